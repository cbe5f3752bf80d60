/** The topics of the help: texts of assets/help, taken in when the interface is built, and the list of keys made from the commands. */
import { commands, keyLabel, type MenuName, menuNames } from '../../shared/commands.ts';
import { words } from './words.ts';

export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Markdown, with its heading. */
  readonly text: string;
}

/** In the order of the work. What is not named comes last. */
const order = ['start', 'inbox', 'issue', 'edit', 'preview', 'history', 'archive', 'output', 'settings', 'keys', 'trouble', 'house-style'];

const files = import.meta.glob('../../assets/help/*.md', { query: '?raw', import: 'default', eager: true });

export function readTopics(isMac: boolean): readonly Topic[] {
  const texts = [
    ...Object.entries(files).map(([path, text]) => [/([^/]+)\.md$/.exec(path)?.[1] ?? '', text] as const),
    ['keys', keys(isMac)],
  ];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return texts
    .map(([id = '', text = '']) => ({ id, title: /^# (.+)$/m.exec(text)?.[1] ?? id, text }))
    .sort((a, b) => place(a.id) - place(b.id));
}

function keys(isMac: boolean): string {
  const parts = (Object.keys(menuNames) as MenuName[]).flatMap((menu) => {
    const rows = commands
      .filter((command) => command.menu === menu && command.key !== undefined)
      .map(({ title, key = '' }) => `| ${title.replace('…', '')} | \`${keyLabel(key, isMac)}\` |`);
    return rows.length === 0 ? [] : [`## ${menuNames[menu]}`, '', words.keysHead, '|---|---|', ...rows, ''];
  });
  const rooms = words.roomKeys.flatMap(({ room, rows }) => [
    ...[`## ${room}`, '', words.keysHead, '|---|---|'],
    ...rows.map(([title, ...pressed]) => `| ${title} | ${pressed.map((key) => `\`${key}\``).join(' ')} |`),
    '',
  ]);
  return [`# ${words.keys}`, '', words.keysIntro, '', ...parts, ...rooms].join('\n');
}
