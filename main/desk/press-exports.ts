/** A stored issue → the files of a print job: press PDF, imposed sheets, job ticket. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError, type IssueId, type PressRequest } from '../../shared/api.ts';
import { type Paper, papers, usualPaper } from '../../shared/print/papers.ts';
import { THICKEST_IMPOSED } from '../../shared/print/spine.ts';
import { makeTicket, ticketText } from '../../shared/print/ticket.ts';
import type { Message } from '../../shared/result.ts';
import { readImage } from '../database/images.ts';
import type { Desk } from './context.ts';
import { laidOutIssue } from './layouts.ts';

export async function exportPress(
  desk: Desk,
  id: IssueId,
  { format, multiple = 1, paper = usualPaper, asJson = false }: PressRequest,
): Promise<{ readonly bytes: Uint8Array; readonly messages: readonly Message[] }> {
  const { composed, laidOut } = laidOutIssue(desk, id);
  const { head } = composed;
  const images = (hash: string) => readImage(desk.database, hash)?.bytes ?? null;
  const [{ coverPages, usualPress, writePress }, { checkPress }] = await Promise.all([
    import('../export/press.ts'),
    import('../export/press-check.ts'),
  ]);
  const options = { ...usualPress, multiple, paper: papers[paper] };
  if (format === 'ticket') {
    const cover = coverPages(laidOut);
    const messages = checkPress([...laidOut.pages, ...cover], { images, paper: options.paper });
    const fontName = (font: string) => desk.fonts().book.fonts[font]?.family ?? font;
    const ticket = makeTicket({
      head,
      pages: laidOut.pages,
      hasCover: cover.length > 0,
      ...options,
      fontName,
      profile: options.paper.output.info,
      messages,
    });
    const text = asJson ? `${JSON.stringify(ticket, null, 1)}\n` : ticketText(ticket);
    return { bytes: new TextEncoder().encode(text), messages };
  }
  if ((format === 'cover' || format === 'spread') && coverPages(laidOut).length === 0)
    throw new DeskError('cover-missing', '本期没有封面；请在期的设置中填写封面内容，或不要输出封面。');
  if (format === 'imposed' && laidOut.pages.length > THICKEST_IMPOSED) throw new DeskError('imposed-thick', tooThick(laidOut.pages.length));
  const input = { head, laidOut, fonts: desk.fonts(), images, profile: await readProfile(desk, options.paper), options };
  switch (format) {
    case 'press':
      return writePress(input);
    case 'cover':
      return writePress(input, 'cover');
    case 'spread':
      return (await import('../export/cover-spread.ts')).writeCoverSpread(input);
    case 'imposed':
      return (await import('../export/imposition.ts')).imposeSaddleStitch(input);
  }
}

export function tooThick(pages: number): string {
  return `本期 ${pages} 面，超过 ${THICKEST_IMPOSED} 面，不能骑马订，没有拼版；请用胶装，交单页的印刷文件由印刷厂拼版。`;
}

async function readProfile({ pressProfiles }: Desk, { output }: Paper): Promise<Uint8Array> {
  const profile = pressProfiles === undefined ? null : await readFile(join(pressProfiles, output.profile)).catch(() => null);
  if (profile === null) throw new DeskError('press-profile-missing', '找不到印刷色彩特性文件，不能输出印刷文件；请重新安装公报编辑台。');
  return profile;
}
