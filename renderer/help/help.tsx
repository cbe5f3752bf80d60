/** 使用帮助: the topics at the left, the text of one beside it. */
import { useEffect, useMemo, useRef } from 'react';
import { go } from '../route.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { Button } from '../ui/button.tsx';
import { Markdown } from './markdown.tsx';
import { readTopics } from './topics.ts';
import { words } from './words.ts';

export interface HelpScreenProps {
  readonly topic: string;
  /** Back to where the help was asked for; null when it was opened by itself. */
  readonly onBack: (() => void) | null;
}

export function HelpScreen({ topic, onBack }: HelpScreenProps) {
  const topics = useMemo(() => readTopics(navigator.platform.startsWith('Mac')), []);
  const shown = topics.find(({ id }) => id === topic) ?? topics[0];
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown !== undefined && article.current !== null) article.current.scrollTop = 0;
  }, [shown]);
  if (shown === undefined) return null;
  return (
    <ScreenFrame title={words.title} actions={onBack !== null && <Button onClick={onBack}>{words.back}</Button>}>
      <div className="help">
        <nav aria-label={words.topics}>
          {topics.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              aria-current={id === shown.id ? 'page' : undefined}
              onClick={() => go({ issue: null, screen: 'help', item: id })}
            >
              {title}
            </button>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard. */}
        <article ref={article} tabIndex={0} aria-label={shown.title}>
          <div className="help-text">
            <Markdown text={shown.text} />
          </div>
        </article>
      </div>
    </ScreenFrame>
  );
}
