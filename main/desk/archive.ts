/** 档案 as the desk sees it. */
import type { ArchiveApi } from '../../shared/api/archive.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function archivePart(_desk: Desk): ArchiveApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    searchArchive: later,
    listArchiveFacets: later,
    readYearContents: later,
    copyDocument: later,
  };
}
