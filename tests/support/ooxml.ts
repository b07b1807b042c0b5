/**
 * What a reader of Word files would stumble over in one: parts that are not declared or not XML, relationships that lead nowhere, references
 * without relationship or style, elements in an order that the schema of WordprocessingML (ISO/IEC 29500-1, 17) does not allow, cells that
 * do not end with a paragraph, fields that are not closed.
 */
import { posix } from 'node:path';
import PizZip from 'pizzip';
import { XmlDocument, XmlElement } from 'libxml2-wasm';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const names = {
  w,
  ct: 'http://schemas.openxmlformats.org/package/2006/content-types',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** Children in the order of the schema, as far as the program writes them; what is not named may not stand there. */
const orders: Readonly<Record<string, readonly string[]>> = {
  document: ['body'],
  pPr: [
    'pStyle',
    'keepNext',
    'keepLines',
    'pageBreakBefore',
    'numPr',
    'pBdr',
    'shd',
    'tabs',
    'spacing',
    'ind',
    'contextualSpacing',
    'jc',
    'rPr',
  ],
  tbl: ['tblPr', 'tblGrid', 'tr'],
  tblPr: ['tblStyle', 'tblW', 'jc', 'tblInd', 'tblBorders', 'shd', 'tblLayout', 'tblCellMar', 'tblLook'],
  tblBorders: ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
  tr: ['trPr', 'tc'],
  tc: ['tcPr', 'p', 'tbl'],
  tcPr: ['tcW', 'gridSpan', 'vMerge', 'tcBorders', 'shd', 'vAlign'],
  p: ['pPr', 'r'],
  sectPr: ['headerReference', 'footerReference', 'type', 'pgSz', 'pgMar', 'cols', 'titlePg'],
};
/** Of these the children may stand in any order. */
const mixed = new Set(['tc']);
/** A4 with margins of 20, 20, 30 and 15 mm, in twentieths of a point (05-HD/VPTW). */
const margins = { top: '1134', bottom: '1134', left: '1701', right: '850' };

export function faultsOfDocx(bytes: Uint8Array): string[] {
  const zip = new PizZip(bytes);
  const faults: string[] = [];
  const trees = new Map<string, XmlDocument>();
  const parts = Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]));
  try {
    for (const name of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      try {
        trees.set(name, XmlDocument.fromBuffer(zip.files[name]?.asUint8Array() ?? new Uint8Array()));
      } catch (error) {
        faults.push(`${name} is no XML: ${String(error)}`);
      }
    }
    const find = (part: string, path: string): XmlElement[] =>
      (trees.get(part)?.root.find(path, names) ?? []).flatMap((node) => (node instanceof XmlElement ? [node] : []));
    const value = (element: XmlElement, attribute: string) => element.attrs.find(({ name }) => name === attribute)?.value ?? '';
    const types = '[Content_Types].xml';
    const byEnding = new Set(find(types, '//ct:Default').map((one) => value(one, 'Extension')));
    const byName = new Set(find(types, '//ct:Override').map((one) => value(one, 'PartName')));
    for (const name of parts)
      if (name !== types && !byName.has(`/${name}`) && !byEnding.has(name.slice(name.lastIndexOf('.') + 1)))
        faults.push(`${name} has no content type`);
    for (const name of byName) if (!parts.includes(name.slice(1))) faults.push(`${name} is declared and not there`);
    const related = new Set<string>();
    for (const rels of parts.filter((name) => name.endsWith('.rels')))
      for (const one of find(rels, '//rel:Relationship')) {
        const target = posix.join(posix.dirname(posix.dirname(rels)), value(one, 'Target'));
        if (value(one, 'TargetMode') !== 'External' && !parts.includes(target))
          faults.push(`${rels} leads to ${target}, which is not there`);
        if (rels === 'word/_rels/document.xml.rels') related.add(value(one, 'Id'));
      }
    const main = 'word/document.xml';
    if (find(main, '/w:document/w:body/w:sectPr').length !== 1) faults.push('the body has no section of its own');
    for (const node of trees.get(main)?.root.find('//@r:id', names) ?? [])
      if (!related.has(node.content)) faults.push(`${node.content} is named and no relationship`);
    const styles = new Set(find('word/styles.xml', '//w:style').map((one) => value(one, 'styleId')));
    for (const one of find(main, '//w:pStyle | //w:rStyle | //w:tblStyle'))
      if (!styles.has(value(one, 'val'))) faults.push(`style ${value(one, 'val')} is not there`);
    for (const [parent, order] of Object.entries(orders))
      for (const element of find(main, `//w:${parent}`)) {
        const places = childrenOf(element).map((child) => order.indexOf(child));
        if (places.includes(-1)) faults.push(`w:${parent} holds ${childrenOf(element).join(' ')}`);
        else if (!mixed.has(parent) && places.some((place, at) => at > 0 && place < (places[at - 1] as number)))
          faults.push(`w:${parent} is out of order: ${childrenOf(element).join(' ')}`);
      }
    for (const cell of find(main, '//w:tc')) if (childrenOf(cell).at(-1) !== 'p') faults.push('a cell does not end with a paragraph');
    for (const row of find(main, '//w:tr')) {
      const columns = row.find('../w:tblGrid/w:gridCol', names).length;
      if (row.find('w:tc', names).length !== columns) faults.push(`a row of ${row.find('w:tc', names).length} cells in ${columns} columns`);
    }
    for (const part of parts.filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))) {
      const marks = find(part, '//w:fldChar').map((one) => value(one, 'fldCharType'));
      if (marks.filter((mark) => mark === 'begin').length !== marks.filter((mark) => mark === 'end').length)
        faults.push(`${part}: a field is open`);
    }
    const [page] = find(main, '//w:pgMar');
    for (const [side, wanted] of Object.entries(margins))
      if (page === undefined || value(page, side) !== wanted) faults.push(`margin ${side} is ${page ? value(page, side) : 'not set'}`);
    return faults;
  } finally {
    for (const tree of trees.values()) tree.dispose();
  }
}

/** Names of the child elements. */
const childrenOf = (element: XmlElement): string[] => element.find('*').flatMap((node) => (node instanceof XmlElement ? [node.name] : []));
