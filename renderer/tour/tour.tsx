/** 入门向导: a card beside one part of the window after the other, on the sample issue; everything stays usable meanwhile. */
import { Popover } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import type { IssueId } from '../../shared/api.ts';
import { go } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { steps, words } from './words.ts';

const offered = 'gazette-tour';
/** Rooms are loaded when they are first shown. */
const patience = 3000;

export function Tour({ issue, onLeave }: { readonly issue: IssueId; readonly onLeave: () => void }) {
  const [at, setAt] = useState(0);
  const [target, setTarget] = useState<Element | null>(null);
  const step = steps[at];
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    localStorage.setItem(offered, 'done');
  }, []);
  useEffect(() => {
    if (step === undefined) return undefined;
    go({ issue, room: step.room });
    let found: Element | null = null;
    const start = performance.now();
    const look = () => {
      found = document.querySelector(step.target);
      if (found === null && performance.now() - start < patience) frame = requestAnimationFrame(look);
      found?.setAttribute('data-tour', '');
      setTarget(found);
    };
    let frame = requestAnimationFrame(look);
    return () => {
      cancelAnimationFrame(frame);
      found?.removeAttribute('data-tour');
    };
  }, [issue, step]);
  useEffect(() => {
    // After the room that the step opened has taken the focus for itself.
    const timer = setTimeout(() => card.current?.querySelector<HTMLButtonElement>('.button-primary')?.focus(), 120);
    return () => clearTimeout(timer);
  }, [at, target]);
  if (step === undefined || target === null) return null;
  const isLast = at === steps.length - 1;
  return (
    <Popover.Root open>
      <Popover.Anchor virtualRef={{ current: target }} />
      <Popover.Portal>
        <Popover.Content
          ref={card}
          className="tour"
          sideOffset={10}
          collisionPadding={12}
          aria-label={words.label}
          onEscapeKeyDown={onLeave}
          onInteractOutside={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <p className="tour-step">{words.step(at + 1, steps.length)}</p>
          <h2>{step.title}</h2>
          <p aria-live="polite">{step.text}</p>
          <footer>
            {!isLast && (
              <Button kind="quiet" onClick={onLeave}>
                {words.leave}
              </Button>
            )}
            <span className="spacer" />
            {at > 0 && <Button onClick={() => setAt(at - 1)}>{words.back}</Button>}
            <Button kind="primary" onClick={() => (isLast ? onLeave() : setAt(at + 1))}>
              {isLast ? words.done : words.next}
            </Button>
          </footer>
          <Popover.Arrow className="tour-arrow" width={16} height={8} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Shown until the tour was taken once or was not wanted. */
export function TourOffer({ onBegin }: { readonly onBegin: () => void }) {
  const [isShown, setIsShown] = useState(() => localStorage.getItem(offered) === null);
  if (!isShown) return null;
  const dismiss = () => {
    localStorage.setItem(offered, 'no');
    setIsShown(false);
  };
  return (
    <aside className="tour-offer" aria-label={words.label}>
      <strong>{words.offerTitle}</strong>
      <span>{words.offer}</span>
      <Button kind="primary" onClick={onBegin}>
        {words.begin}
      </Button>
      <Button kind="quiet" onClick={dismiss}>
        {words.dismiss}
      </Button>
    </aside>
  );
}
