/** 查找替换 as the desk sees it. */
import type { SearchApi } from '../../shared/api/search.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function searchPart(_desk: Desk): SearchApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    findInIssue: later,
    replaceInIssue: later,
  };
}
