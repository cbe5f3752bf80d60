/** 来稿 as the desk sees it. */
import type { InboxApi } from '../../shared/api/inbox.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function inboxPart(_desk: Desk): InboxApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    listSubmissions: later,
    readOriginal: later,
    updateIntake: later,
    placeDocuments: later,
  };
}
