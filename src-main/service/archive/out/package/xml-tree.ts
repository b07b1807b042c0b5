/** Foreign XML, read by libxml2 within bounds: no document type, no network, at most 64 MB. */
import { AppError } from '#shared/errors/app-error';

export interface XmlTree {
  /** Elements that an XPath finds; prefixes m (METS) and p (PREMIS). */
  find(path: string): readonly XmlNode[];
  /** What a schema has to say against the document; empty when nothing. */
  problems(schema: string): string[];
  close(): void;
}

export interface XmlNode {
  readonly name: string;
  readonly text: string;
  /** By local name, whatever the name space. */
  attribute(name: string): string | undefined;
  find(path: string): readonly XmlNode[];
}

export const mostXmlBytes = 64 * 1024 * 1024;

const prefixes = { m: 'http://www.loc.gov/METS/', p: 'http://www.loc.gov/premis/v3' };

/** @throws AppError package.damaged, package.tooLarge */
export async function parseXml(bytes: Uint8Array, name: string, place: string): Promise<XmlTree> {
  if (bytes.length > mostXmlBytes) throw new AppError('package.tooLarge', { name, what: place });
  const damaged = (problem: string) => new AppError('package.damaged', { name, problem: `${place}: ${problem}` });
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).includes('<!DOCTYPE')) throw damaged('DOCTYPE');
  const { ParseOption, XmlDocument, XmlElement, XsdValidator } = await import('libxml2-wasm');
  const options = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE };
  let tree: InstanceType<typeof XmlDocument>;
  try {
    tree = XmlDocument.fromBuffer(bytes, options);
  } catch {
    throw damaged('XML không đọc được');
  }
  type Element = InstanceType<typeof XmlElement>;
  const nodeOf = (element: Element): XmlNode => ({
    name: element.name,
    text: element.content,
    attribute: (wanted) => element.attrs.find((one) => one.name === wanted)?.value,
    find: (path) => found(element, path),
  });
  const found = (from: Element, path: string): XmlNode[] =>
    from.find(path, prefixes).flatMap((node) => (node instanceof XmlElement ? [nodeOf(node)] : []));
  return {
    find: (path) => found(tree.root, path),
    problems: (schema) => {
      let xsd: InstanceType<typeof XmlDocument> | undefined;
      try {
        // It came with the package: it may be damaged as well.
        xsd = XmlDocument.fromString(schema, options);
        const validator = XsdValidator.fromDoc(xsd);
        try {
          validator.validate(tree);
          return [];
        } finally {
          validator.dispose();
        }
      } catch (error) {
        const details = (error as { details?: readonly { message: string; line: number }[] }).details;
        if (details === undefined) throw error;
        return details.map(({ message, line }) => `dòng ${line}: ${message.trim()}`);
      } finally {
        xsd?.dispose();
      }
    },
    close: () => tree.dispose(),
  };
}
