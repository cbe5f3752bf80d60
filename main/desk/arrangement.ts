/** 组版 as the desk sees it. */
import type { ArrangementApi } from '../../shared/api/arrangement.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function arrangementPart(_desk: Desk): ArrangementApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    arrangeIssue: later,
    tryArrangement: later,
  };
}
