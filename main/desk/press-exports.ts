/** A stored issue → the files of a print job: press PDF, imposed sheets, job ticket. */
import { readFile } from 'node:fs/promises';
import { DeskError, type IssueId, type PressRequest } from '../../shared/api.ts';
import { makeTicket, ticketText } from '../../shared/print/ticket.ts';
import type { Message } from '../../shared/result.ts';
import { readImage } from '../database/images.ts';
import type { Desk } from './context.ts';
import { laidOutIssue } from './layouts.ts';

export async function exportPress(
  desk: Desk,
  id: IssueId,
  { format, multiple = 1, asJson = false }: PressRequest,
): Promise<{ readonly bytes: Uint8Array; readonly messages: readonly Message[] }> {
  const { composed, laidOut } = laidOutIssue(desk, id);
  const { head } = composed;
  const images = (hash: string) => readImage(desk.database, hash)?.bytes ?? null;
  const [{ coverPages, usualPress, writePress }, { checkPress }, { outputCondition }] = await Promise.all([
    import('../export/press.ts'),
    import('../export/press-check.ts'),
    import('../export/press-document.ts'),
  ]);
  if (format === 'ticket') {
    const cover = coverPages(laidOut);
    const messages = checkPress([...laidOut.pages, ...cover], images);
    const fontName = (font: string) => desk.fonts().book.fonts[font]?.family ?? font;
    const { bleed, thickness } = usualPress;
    const ticket = makeTicket({
      head,
      pages: laidOut.pages,
      hasCover: cover.length > 0,
      multiple,
      bleed,
      thickness,
      fontName,
      profile: outputCondition.info,
      messages,
    });
    const text = asJson ? `${JSON.stringify(ticket, null, 1)}\n` : ticketText(ticket);
    return { bytes: new TextEncoder().encode(text), messages };
  }
  const input = { head, laidOut, fonts: desk.fonts(), images, profile: await readProfile(desk), options: { ...usualPress, multiple } };
  if (format === 'press') return writePress(input);
  if (format === 'cover') {
    if (coverPages(laidOut).length === 0)
      throw new DeskError('cover-missing', '本期没有封面；请在期的设置中填写封面内容，或不要输出封面。');
    return writePress(input, 'cover');
  }
  const { imposeSaddleStitch } = await import('../export/imposition.ts');
  return imposeSaddleStitch(input);
}

async function readProfile({ pressProfile }: Desk): Promise<Uint8Array> {
  const profile = pressProfile === undefined ? null : await readFile(pressProfile).catch(() => null);
  if (profile === null) throw new DeskError('press-profile-missing', '找不到印刷色彩特性文件，不能输出印刷文件；请重新安装公报编辑台。');
  return profile;
}
