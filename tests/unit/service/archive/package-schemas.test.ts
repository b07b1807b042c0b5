import { describe, expect, it } from 'vitest';
import { documentOrder, fileElements } from '#service/archive/out/package/elements';
import { schemaNames, schemasOf } from '#service/archive/out/package/schemas';
import { document, element, leaf } from '#service/archive/out/package/xml';
import { parseXml } from '#service/archive/out/package/xml-tree';

const schema = (name: string, kind: 'sip' | 'aip' = 'sip', form: 'file' | 'loose' = 'file') =>
  schemasOf(kind, form).find((one) => one.name === name)?.text ?? '';

async function problems(xml: Buffer, text: string): Promise<string[]> {
  const tree = await parseXml(xml, 'gói', 'EAD.xml');
  try {
    return tree.problems(text);
  } finally {
    tree.close();
  }
}

const file: Record<string, string> = {
  fileCode: 'HS1',
  title: 'Hồ sơ',
  maintenance: '01',
  mode: '02',
  language: '01',
  startDate: '05/01/2011',
  endDate: '2011',
  keyword: '',
  totalDoc: '2',
  numberOfPaper: '4',
  numberOfPage: '7',
  format: '',
  inforSign: '',
  confidenceLevel: '02',
  paperFileCode: '',
  riskRecovery: '0',
  riskRecoveryStatus: '',
  description: '',
};
const ead = (changes: Record<string, string> = {}) =>
  document(
    element(
      'simpledc',
      {},
      Object.entries({ ...file, ...changes }).map(([name, value]) => leaf(name, value)),
    ),
  );

describe('schemas of the element sets', () => {
  it('take a whole description in any order, with signs that XML writes otherwise', async () => {
    expect(await problems(ead({ title: 'Hồ sơ <A> & "B"' }), schema(schemaNames.file))).toEqual([]);
    expect(
      await problems(
        document(
          element(
            'simpledc',
            {},
            Object.entries(file)
              .toReversed()
              .map(([name, value]) => leaf(name, value)),
          ),
        ),
        schema(schemaNames.file),
      ),
    ).toEqual([]);
  });

  it.each([
    ['an empty mandatory element', { title: '' }],
    ['a value that no list has', { maintenance: '09' }],
    ['a date in another form', { startDate: '2011-01-05' }],
    ['an element of another set', { docId: '1' }],
  ])('refuse %s', async (_, changes) => {
    expect(await problems(ead(changes), schema(schemaNames.file))).not.toEqual([]);
  });

  it('of an AIP ask for the code of the archive instead', async () => {
    expect(await problems(ead(), schema(schemaNames.file, 'aip'))).not.toEqual([]);
  });

  it.each(['sip', 'aip'] as const)('of loose documents in a %s take what is written of them, and no file', async (kind) => {
    const head = { loose: true, code: 'UBKTĐU.2026.TL-DEN', title: 'Tài liệu đến', source: '1' } as const;
    const elements = fileElements(kind, { file: head, fonds: undefined, documents: 2, pages: 3 });
    const described = document(
      element(
        'simpledc',
        {},
        elements.map(([name, value]) => leaf(name, value)),
      ),
    );
    expect(elements).toHaveLength(kind === 'sip' ? 5 : 4);
    expect(await problems(described, schema(schemaNames.file, kind, 'loose'))).toEqual([]);
    expect(await problems(described, schema(schemaNames.file, kind))).not.toEqual([]);
  });

  it('state the elements of a document that are written, in both kinds', () => {
    for (const kind of ['sip', 'aip'] as const) {
      const named = [...schema(schemaNames.document, kind).matchAll(/<xs:element name="(\w+)" type/g)].map(([, name]) => name);
      expect(named.filter((name) => name !== 'simpledc')).toEqual(documentOrder[kind]);
    }
  });

  it('of METS refuse a checksum in small letters and a reference to nothing', async () => {
    expect(await problems(document('<mets xmlns="http://www.loc.gov/METS/" OBJID="x"/>'), schema(schemaNames.mets))).not.toEqual([]);
  });
});

describe('foreign XML', () => {
  it('with a document type is refused: it could name files of this machine', async () => {
    const xml = Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>');
    await expect(parseXml(xml, 'gói', 'EAD.xml')).rejects.toMatchObject({ code: 'package.damaged' });
  });

  it('that is no XML is refused with its place', async () => {
    await expect(parseXml(Buffer.from('<a><b></a>'), 'gói', 'METS.xml')).rejects.toMatchObject({
      details: { problem: expect.stringContaining('METS.xml') },
    });
  });
});
