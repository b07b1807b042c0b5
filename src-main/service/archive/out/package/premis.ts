/** PREMIS 3 of an AIP: what each file is and its fixity, what was done with it, and by what. Events have the names of the circular. */
import { randomUUID } from 'node:crypto';
import { appVersion } from '../../../app-version';
import type { PackedFile } from './mets';
import { moment } from './names';
import { document, element, leaf } from './xml';

const namespaces = {
  'xmlns:premis': 'http://www.loc.gov/premis/v3',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  version: '3.0',
};

const name = (local: string) => `premis:${local}`;
const identifier = (
  of: 'object' | 'event' | 'agent' | 'linkingAgent' | 'linkingObject',
  type: string,
  value: string,
  more: readonly string[] = [],
) => element(name(`${of}Identifier`), {}, [leaf(name(`${of}IdentifierType`), type), leaf(name(`${of}IdentifierValue`), value), ...more]);

export interface PremisEvent {
  /** 'transfer' for digitising, 'information package creation', 'validation'. */
  readonly type: 'transfer' | 'information package creation' | 'validation';
  readonly at: Date;
  readonly detail: string;
}

const agentId = `Kiểm tra số ${appVersion}`;

const eventOf = ({ type, at, detail }: PremisEvent, objects: readonly string[], kind: string): string =>
  element(name('event'), {}, [
    identifier('event', 'UUID', randomUUID()),
    leaf(name('eventType'), type),
    leaf(name('eventDateTime'), moment(at)),
    element(name('eventDetailInformation'), {}, [leaf(name('eventDetail'), detail)]),
    identifier('linkingAgent', 'software', agentId, [leaf(name('linkingAgentRole'), 'executing program')]),
    ...objects.map((value) => identifier('linkingObject', kind, value, [leaf(name('linkingObjectRole'), 'outcome')])),
  ]);

const agent = (): string =>
  element(name('agent'), {}, [
    identifier('agent', 'software', agentId),
    leaf(name('agentName'), 'Kiểm tra số'),
    leaf(name('agentType'), 'software'),
    leaf(name('agentVersion'), appVersion),
    leaf(name('agentNote'), 'số hóa, đóng gói hồ sơ lưu trữ'),
  ]);

/** The package as a whole. */
export const packagePremis = (id: string, title: string, events: readonly PremisEvent[]): Buffer =>
  document(
    element(name('premis'), namespaces, [
      element(name('object'), { 'xsi:type': name('intellectualEntity'), xmlID: 'object-1' }, [
        identifier('object', 'File', id),
        leaf(name('originalName'), title),
      ]),
      ...events.map((event) => eventOf(event, [id], 'File')),
      agent(),
    ]),
  );

/** PDF/A-2b in PRONOM. */
const format = { formatName: 'PDF/A-2b', registry: 'PRONOM', key: 'fmt/477' };

export interface PremisObject {
  /** Code of the document. */
  readonly value: string;
  readonly file: PackedFile;
}

export const representationPremis = (objects: readonly PremisObject[], events: readonly PremisEvent[]): Buffer =>
  document(
    element(name('premis'), namespaces, [
      element(name('object'), { 'xsi:type': name('representation'), xmlID: 'object-0' }, [identifier('object', 'File', 'rep1')]),
      ...objects.map(({ value, file }, index) =>
        element(name('object'), { 'xsi:type': name('file'), xmlID: `object-${index + 1}` }, [
          identifier('object', 'Doc', value),
          element(name('objectCharacteristics'), {}, [
            element(name('fixity'), {}, [
              leaf(name('messageDigestAlgorithm'), 'SHA-256'),
              leaf(name('messageDigest'), file.sha256.toUpperCase()),
            ]),
            leaf(name('size'), String(file.bytes)),
            element(name('format'), {}, [
              element(name('formatDesignation'), {}, [leaf(name('formatName'), format.formatName)]),
              element(name('formatRegistry'), {}, [
                leaf(name('formatRegistryName'), format.registry),
                leaf(name('formatRegistryKey'), format.key),
              ]),
            ]),
          ]),
          leaf(name('originalName'), file.path),
        ]),
      ),
      ...events.map((event) =>
        eventOf(
          event,
          objects.map(({ value }) => value),
          'Doc',
        ),
      ),
      agent(),
    ]),
  );
