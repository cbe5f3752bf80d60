/** 设置 as the desk sees it. */
import type { SettingsApi } from '../../shared/api/settings.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function settingsPart(_desk: Desk): SettingsApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    readSettings: later,
    updateSettings: later,
    listFonts: later,
    showHouse: later,
    backUpNow: later,
    listBackups: later,
    readProgramFacts: later,
  };
}
