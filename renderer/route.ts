/** Where the user is, kept in the address behind `#`, so that going back and reloading work. */
import { useEffect, useState } from 'react';
import type { DocumentId, IssueId } from '../shared/api.ts';

export type Room = 'inbox' | 'issue' | 'edit' | 'preview' | 'output';
export type Screen = 'start' | 'archive' | 'settings' | 'help';

export type Route =
  /** `item`: the tab of the settings, the topic of the help, the words looked for in the archive. */
  | { readonly issue: null; readonly screen: Screen; readonly item?: string }
  /** `document` and `block`: where the editor is. */
  | { readonly issue: IssueId; readonly room: Room; readonly document?: DocumentId; readonly block?: number };

const rooms: readonly Room[] = ['inbox', 'issue', 'edit', 'preview', 'output'];
const screens: readonly Screen[] = ['start', 'archive', 'settings', 'help'];

export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\//, '').split('/').map(decode);
  const [first = '', second = '', third, fourth, fifth] = parts;
  if (first === 'issue' && /^\d+$/.test(second)) {
    const room = rooms.find((one) => one === third);
    const place = {
      ...(fourth !== undefined && /^\d+$/.test(fourth) ? { document: Number(fourth) as DocumentId } : {}),
      ...(fifth !== undefined && /^-?\d+$/.test(fifth) ? { block: Number(fifth) } : {}),
    };
    if (room !== undefined) return { issue: Number(second) as IssueId, room, ...place };
  }
  const screen = screens.find((one) => one === first) ?? 'start';
  return { issue: null, screen, ...(second === '' ? {} : { item: second }) };
}

export function routeHash(route: Route): string {
  if (route.issue === null) return route.screen === 'start' ? '#/' : `#/${[route.screen, encodeURIComponent(route.item ?? '')].join('/')}`;
  const { issue, room, document, block } = route;
  const place = document === undefined ? [] : block === undefined ? [document] : [document, block];
  return `#/${['issue', issue, room, ...place].join('/')}`;
}

/** @returns the same for all that is one room to who works in it, whatever document is open there. */
export function roomOf(route: Route): string {
  return route.issue === null ? route.screen : `${route.issue} ${route.room}`;
}

export function go(route: Route): void {
  window.location.hash = routeHash(route);
}

export const toStart: Route = { issue: null, screen: 'start' };

export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return parseRoute(hash);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
