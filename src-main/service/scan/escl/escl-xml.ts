/** The few parts of eSCL's XML (Mopria eSCL 2.x) that are read and written here. */
import type { ScannerAbilities } from '#shared/contract/window/scanners';
import { type ScanWish, sheetSizes } from '../scan-source';

/** Texts of all elements of this name, whatever their prefix. */
const texts = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([^<]*)</`, 'g'))].map((match) => (match[1] ?? '').trim());

const has = (xml: string, name: string): boolean => new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`).test(xml);

const modes = { colour: 'RGB24', gray: 'Grayscale8', bilevel: 'BlackAndWhite1' } as const;

export const modelOf = (xml: string): string => texts(xml, 'MakeAndModel')[0] ?? '';
export const versionOf = (xml: string): string => texts(xml, 'Version')[0] ?? '2.63';
/** '' for a device without a feeder. */
export const feederStateOf = (xml: string): string => texts(xml, 'AdfState')[0] ?? '';

export function abilitiesOf(xml: string): ScannerAbilities {
  const dpis = [...new Set(texts(xml, 'XResolution').map(Number))].filter((dpi) => dpi > 0).sort((a, b) => a - b);
  const named = texts(xml, 'ColorMode');
  return {
    sources: [...(has(xml, 'Platen') ? ['flatbed' as const] : []), ...(has(xml, 'Adf') ? ['feeder' as const] : [])],
    dpis,
    colours: (Object.keys(modes) as (keyof typeof modes)[]).filter((colour) => named.includes(modes[colour])),
    duplex: has(xml, 'AdfDuplexInputCaps'),
  };
}

/** Sizes are told in 1/300 inch, whatever the resolution. */
export function settingsXml(wish: ScanWish, version: string): string {
  const [width, height] = sheetSizes[wish.size].map((mm) => Math.round((mm / 25.4) * 300));
  const feeder = wish.source === 'feeder';
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>${version.replace(/[^\d.]/g, '')}</pwg:Version>
  <scan:Intent>Document</scan:Intent>
  <pwg:ScanRegions pwg:MustHonor="false"><pwg:ScanRegion>
    <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
    <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset><pwg:Width>${width}</pwg:Width><pwg:Height>${height}</pwg:Height>
  </pwg:ScanRegion></pwg:ScanRegions>
  <pwg:InputSource>${feeder ? 'Feeder' : 'Platen'}</pwg:InputSource>
  <scan:ColorMode>${modes[wish.colour]}</scan:ColorMode>
  <scan:XResolution>${wish.dpi}</scan:XResolution><scan:YResolution>${wish.dpi}</scan:YResolution>
  <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>${
    feeder ? `\n  <scan:Duplex>${wish.duplex}</scan:Duplex>` : ''
  }
</scan:ScanSettings>
`;
}
