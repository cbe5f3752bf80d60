/** Where the user is, kept in the address behind `#`, so that going back and reloading work. */
import { useEffect, useState } from 'react';
import type { IssueId } from '../shared/api.ts';

export type Room = 'inbox' | 'issue' | 'preview';
export type Route = { readonly issue: null } | { readonly issue: IssueId; readonly room: Room };

const rooms: readonly Room[] = ['inbox', 'issue', 'preview'];

export function parseRoute(hash: string): Route {
  const [, id, name] = /^#\/issue\/(\d+)\/(\w+)$/.exec(hash) ?? [];
  const room = rooms.find((one) => one === name);
  return id === undefined || room === undefined ? { issue: null } : { issue: Number(id) as IssueId, room };
}

export function routeHash(route: Route): string {
  return route.issue === null ? '#/' : `#/issue/${route.issue}/${route.room}`;
}

export function go(route: Route): void {
  window.location.hash = routeHash(route);
}

export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return parseRoute(hash);
}
