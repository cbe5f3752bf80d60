/** 校样 as the desk sees it. */
import type { ProofsApi } from '../../shared/api/proofs.ts';
import { DeskError } from '../../shared/api.ts';
import type { Desk } from './context.ts';

export function proofsPart(_desk: Desk): ProofsApi {
  const later = () => Promise.reject(new DeskError('not-yet', '这一功能还在建设中。'));
  return {
    takeProof: later,
    listProofs: later,
    compareProof: later,
  };
}
