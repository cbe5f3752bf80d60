/** The commands: no key twice, and a press is told by its place on the keyboard where a character would lie. */
import { expect, test } from 'vitest';
import { commands, keyLabel, keyOf } from '../../shared/commands.ts';

const press = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test('no key and no name stands twice', () => {
  const keys = commands.flatMap(({ key }) => (key === undefined ? [] : [key]));
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
});

test('a press is written as the list has it', () => {
  expect(keyOf({ ...press, key: 's', code: 'KeyS', ctrlKey: true })).toBe('Mod+S');
  expect(keyOf({ ...press, key: 'S', code: 'KeyS', metaKey: true, shiftKey: true })).toBe('Mod+Shift+S');
  expect(keyOf({ ...press, key: '¡', code: 'Digit1', altKey: true })).toBe('Alt+1');
  expect(keyOf({ ...press, key: 'F5', code: 'F5' })).toBe('F5');
  expect(keyOf({ ...press, key: ',', code: 'Comma', ctrlKey: true })).toBe('Mod+,');
});

test('people read Ctrl, or ⌘ on a Mac', () => {
  expect(keyLabel('Mod+Shift+N', false)).toBe('Ctrl+Shift+N');
  expect(keyLabel('Mod+Shift+N', true)).toBe('⌘ Shift N');
});
