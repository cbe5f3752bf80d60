/** 样张: the invented pages of a style, laid out anew while it is changed; turns to the part that is being worked on. */
import { useEffect, useRef, useState } from 'react';
import type { Specimen } from '../../shared/api/settings.ts';
import type { IssueStyle } from '../../shared/issue/issue.ts';
import type { Page } from '../../shared/layout/page.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { MessageList } from '../ui/messages.tsx';
import { PageView } from '../ui/page-view.tsx';
import { words as pageWords } from '../ui/page-words.ts';
import { words } from './words.ts';

/** Long enough to type a figure of two digits. */
const pause = 250;

/** What stands on the page of a group. */
const landmarks: Readonly<Record<string, string>> = {
  副题: '小巷里的',
  作者行: '小巷里的',
  表格: '责任单位',
  专栏框: '名词解释',
  附件: '重点项目清单',
  接排: '河口湿地公园的批复',
};

function pageOfGroup(pages: readonly Page[], group: string): number {
  if (group === '目录与版权') return pages.findIndex(({ kind }) => kind === 'contents');
  if (group === '封面与封底') return pages.findIndex(({ kind }) => kind === 'cover');
  const landmark = landmarks[group] ?? '';
  return pages.findIndex(({ kind, items }) => {
    const text = items.map((item) => (item.kind === 'text' ? item.text : '')).join('');
    return kind === 'body' && text.includes(landmark);
  });
}

export function SpecimenView({ house, changes, group }: { readonly house: string; readonly changes: IssueStyle; readonly group: string }) {
  const { api, run } = useSession();
  const [specimen, setSpecimen] = useState<Specimen | null>(null);
  const [shown, setShown] = useState(-1);
  const turn = useRef(0);
  const wanted = JSON.stringify([house, changes]);
  useEffect(() => {
    turn.current += 1;
    const own = turn.current;
    const timer = setTimeout(() => {
      const [id, style] = JSON.parse(wanted) as [string, IssueStyle];
      void run(words.houses.showing, () => api.showHouse(id, style)).then((found) => {
        if (found !== undefined && own === turn.current) setSpecimen(found);
      });
    }, specimenDelay(own));
    return () => clearTimeout(timer);
  }, [api, run, wanted]);
  const pages = specimen?.pages ?? [];
  // What is wrong with one field stands beside it.
  const messages = specimen?.messages.filter(({ code }) => code === 'style-room') ?? [];
  useEffect(() => setShown(group === '' || specimen === null ? -1 : pageOfGroup(specimen.pages, group)), [group, specimen]);
  const index =
    shown >= 0 && shown < pages.length
      ? shown
      : Math.max(
          0,
          pages.findIndex(({ kind }) => kind === 'body'),
        );
  const page = pages[index];
  const goto = (folio: number) => setShown(pages.findIndex(({ number, kind }) => number === folio && kind !== 'cover'));
  return (
    <section className="specimen" aria-label={words.houses.page}>
      <div className="specimen-bar">
        <Button kind="quiet" label={words.houses.previous} disabled={index <= 0} onClick={() => setShown(index - 1)}>
          <Icon name="back" />
        </Button>
        <span>{words.houses.of(index + 1, pages.length)}</span>
        <Button kind="quiet" label={words.houses.next} disabled={index >= pages.length - 1} onClick={() => setShown(index + 1)}>
          <Icon name="forward" />
        </Button>
      </div>
      {messages.length > 0 && <MessageList messages={messages} />}
      <div className="specimen-page">
        {page !== undefined && <PageView page={page} label={pageWords.pageOf(page.number)} limit={page.items.length} onPage={goto} />}
      </div>
    </section>
  );
}

/** The first is wanted at once. */
function specimenDelay(turn: number): number {
  return turn <= 1 ? 0 : pause;
}
