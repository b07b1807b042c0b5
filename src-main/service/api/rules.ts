import { calendarYear, saveCalendar } from '../work/rules/calendars';
import { readPackFile } from '../work/rules/pack-file';
import { exportPack, importPack, packContent, packEffect, packHeads, readPack, savePack, signerOf } from '../work/rules/packs';
import type { WindowApi } from './context';

export const ruleHandlers = (api: WindowApi) => ({
  packs: api.rules.packs.handler(({ context, input }) => ({ packs: packHeads(context.book().book, input.today) })),
  pack: api.rules.pack.handler(({ input }) => ({ content: packContent(input.packId) })),
  preview: api.rules.preview.handler(({ context, input }) => packEffect(context.book().book, readPack(input.content), input.basedOn)),
  save: api.rules.save.handler(({ context, input }) => savePack(context.book().book, input)),
  exportPack: api.rules.exportPack.handler(({ context, input }) => exportPack(context.book().book, input.packId, input.path)),
  readFile: api.rules.readFile.handler(async ({ context, input }) => {
    const { book } = context.book();
    const file = await readPackFile(input.path);
    const { id, name, validFrom } = file.pack;
    return { packId: id, name: name.vi, validFrom, signer: signerOf(book, file), key: file.key, effect: packEffect(book, file.pack, id) };
  }),
  importFile: api.rules.importFile.handler(({ context, input }) => importPack(context.book().book, input.path, input.confirmedKey)),
  calendar: api.rules.calendar.handler(({ context, input }) => calendarYear(context.book().book, input.year)),
  saveCalendar: api.rules.saveCalendar.handler(({ context, input }) => saveCalendar(context.book().book, input)),
});
