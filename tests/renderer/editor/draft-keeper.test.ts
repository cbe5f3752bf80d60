/** The keeper against a store behind a bad line: calls that do not arrive, and calls that arrive but whose answer is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper, type KeepState } from '../../../renderer/editor/draft-keeper.ts';
import { DeskError } from '../../../shared/api.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** One paragraph of these words. */
const documentOf = (words: string): GazetteDocument => ({
  ...{ format: 1, kind: 'official', title: '通知', titleLines: ['通知'], subtitle: null, docNumber: null, date: null, issuer: null },
  ...{ addressees: null, authors: [], byline: null, official: { redHead: null, headLines: [], signatureLines: [], recordLines: [] } },
  blocks: [{ type: 'paragraph', children: [{ text: words }] }],
});

type Line = 'good' | 'down' | 'answer lost';

/** What the window has, what the store has, and the line between them. */
function makeStage() {
  const stage = {
    typed: '',
    line: 'good' as Line,
    store: { version: 1, document: documentOf('') },
    copy: null as GazetteDocument | null,
    states: [] as KeepState[],
    keeper: null as unknown as DraftKeeper,
    type(words: string) {
      stage.typed += words;
      stage.keeper.changed();
    },
  };
  const cross = async <T>(work: () => T): Promise<T> => {
    const { line } = stage;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (line === 'down') throw new DeskError('no-connection', '');
    const made = work();
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (line === 'answer lost') throw new DeskError('no-answer', '');
    return made;
  };
  stage.keeper = new DraftKeeper(1, {
    read: () => documentOf(stage.typed),
    save: (version, document) =>
      cross(() => {
        if (stage.store.version !== version) throw new DeskError('document-stale', '');
        stage.store = { version: version + 1, document: JSON.parse(JSON.stringify(document)) as GazetteDocument };
        return version + 1;
      }),
    look: () => cross(() => stage.store),
    copy: (_version, document) => {
      stage.copy = document;
      return true;
    },
    dropCopy: () => {
      stage.copy = null;
    },
    onState: (state) => stage.states.push(state),
    onSaved: () => undefined,
  });
  return stage;
}

const wait = (time: number) => vi.advanceTimersByTimeAsync(time);

test('a save that arrived without an answer is known again, also after others did not arrive', async () => {
  const stage = makeStage();
  stage.line = 'answer lost';
  stage.type('甲');
  await wait(170);
  stage.line = 'down';
  stage.type('乙');
  await wait(3000);
  stage.type('丙');
  stage.line = 'good';
  await wait(10_000);
  expect(stage.keeper.state.kind).toBe('saved');
  expect(stage.store.document).toEqual(documentOf('甲乙丙'));
  expect(stage.copy).toBeNull();
});

test('whatever the line does, all that was typed is stored in the end, and nothing is refused while nobody else writes', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    let state = seed * 2_654_435_761;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const stage = makeStage();
    for (let step = 0; step < 40; step += 1) {
      stage.line = (['good', 'down', 'answer lost', stage.line] as const)[random(4)] as Line;
      if (random(3) > 0) stage.type(String.fromCharCode(0x4e00 + random(900)));
      if (random(8) === 0) void stage.keeper.retry();
      if (random(8) === 0) void stage.keeper.flush();
      await wait(random(700));
      // What is shown as saved is stored.
      if (stage.keeper.state.kind === 'saved') expect(stage.store.document).toEqual(documentOf(stage.typed));
    }
    stage.line = 'good';
    await wait(20_000);
    expect([seed, stage.states.find(({ kind }) => kind === 'refused')]).toEqual([seed, undefined]);
    expect([seed, stage.keeper.state.kind, stage.store.document]).toEqual([seed, 'saved', documentOf(stage.typed)]);
    stage.keeper.dispose();
  }
});

test('a text that somebody else changed is not written over', async () => {
  const stage = makeStage();
  stage.line = 'answer lost';
  stage.type('甲');
  await wait(170);
  stage.store = { version: stage.store.version + 1, document: documentOf('别人写的') };
  stage.line = 'good';
  await wait(5000);
  expect(stage.keeper.state).toMatchObject({ kind: 'refused', code: 'document-stale' });
  expect(stage.store.document).toEqual(documentOf('别人写的'));
  expect(stage.copy).toEqual(documentOf('甲'));
});
