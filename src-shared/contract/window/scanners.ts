import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { importEventSchema, importTargetSchema } from './archive';

export const scanProfileSchema = z.object({
  name: z.string().min(1).max(60),
  dpi: z.union([z.literal(200), z.literal(300), z.literal(400), z.literal(600)]),
  colour: z.enum(['colour', 'gray', 'bilevel']),
  source: z.enum(['flatbed', 'feeder']),
  duplex: z.boolean(),
  size: z.enum(['A4', 'A3', 'A5']),
});
export type ScanProfile = z.infer<typeof scanProfileSchema>;

export const scannerSchema = z.object({ id: z.string(), name: z.string(), kind: z.enum(['escl', 'sane', 'wia']) });
export type Scanner = z.infer<typeof scannerSchema>;

export const scannerAbilitiesSchema = z.object({
  sources: z.array(z.enum(['flatbed', 'feeder'])),
  dpis: z.array(z.number().int()),
  colours: z.array(z.enum(['colour', 'gray', 'bilevel'])),
  duplex: z.boolean(),
});
export type ScannerAbilities = z.infer<typeof scannerAbilitiesSchema>;

export const scanners = {
  /** Of this machine, and on the network those whose address was typed; `networked` false: this profile opens no connection. */
  list: oc.output(z.object({ scanners: z.array(scannerSchema), addresses: z.array(z.string()), networked: z.boolean() })),
  setAddresses: oc
    .input(z.object({ addresses: z.array(z.string().min(1).max(200)).max(20) }))
    .output(z.object({ addresses: z.array(z.string()) })),
  /** Asks the office's own network once and keeps the addresses of scanners that answered. @throws scanner.noNetwork on a standalone machine */
  discover: oc.output(z.object({ added: z.number().int(), addresses: z.array(z.string()) })),
  abilities: oc.input(z.object({ id: z.string() })).output(scannerAbilitiesSchema),
  profiles: oc.output(z.object({ profiles: z.array(scanProfileSchema) })),
  setProfiles: oc
    .input(z.object({ profiles: z.array(scanProfileSchema).min(1).max(20) }))
    .output(z.object({ profiles: z.array(scanProfileSchema) })),
  /** A quick look at low resolution that is kept nowhere: JPEG, base64. */
  preview: oc.input(z.object({ id: z.string(), profile: scanProfileSchema })).output(z.object({ jpeg: z.string() })),
  /** The next sheet is asked for when this one is encrypted on the disk. */
  scan: oc
    .input(z.object({ id: z.string(), profile: scanProfileSchema, target: importTargetSchema.default({}) }))
    .output(eventIterator(importEventSchema)),
};
