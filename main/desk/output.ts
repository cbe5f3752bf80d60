/** 输出 as the desk sees it. */
import type { OutputApi } from '../../shared/api/output.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function outputPart(_desk: Desk): OutputApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    checkOutput: later,
    exportPrintJob: later,
  };
}
