/**
 * An eSCL scanner as the specification of Mopria (eSCL 2.97) describes it: capabilities, status, jobs that are made by POST and named in
 * Location, documents that come one by one and end with 404, 503 while the lamp warms up, DELETE that ends a job.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EsclServer {
  readonly address: string;
  /** Sheets in the feeder. */
  feeder: Buffer[];
  glass: Buffer;
  /** Bodies of ScanSettings that came. */
  readonly settings: string[];
  readonly log: string[];
  jammed: boolean;
  close(): Promise<void>;
}

const capabilities = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
 <pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Máy thử 300</pwg:MakeAndModel>
 <scan:Platen><scan:PlatenInputCaps><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>RGB24</scan:ColorMode>
  <scan:ColorMode>Grayscale8</scan:ColorMode></scan:ColorModes><scan:SupportedResolutions><scan:DiscreteResolutions>
  <scan:DiscreteResolution><scan:XResolution>100</scan:XResolution><scan:YResolution>100</scan:YResolution></scan:DiscreteResolution>
  <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
 </scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles></scan:PlatenInputCaps></scan:Platen>
 <scan:Adf><scan:AdfSimplexInputCaps/><scan:AdfDuplexInputCaps/></scan:Adf>
</scan:ScannerCapabilities>`;

export async function startEscl(): Promise<EsclServer> {
  let jobs = 0;
  let open: { path: string; sheets: Buffer[]; warm: boolean } | undefined;
  const state = { feeder: [] as Buffer[], glass: Buffer.alloc(0), jammed: false, settings: [] as string[], log: [] as string[] };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const path = request.url ?? '';
    state.log.push(`${request.method} ${path}`);
    const end = (status: number, type = 'text/xml', body: string | Buffer = '', headers = {}) =>
      response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
    if (path === '/eSCL/ScannerCapabilities') return end(200, 'text/xml', capabilities);
    if (path === '/eSCL/ScannerStatus') {
      const adf = state.jammed ? 'ScannerAdfJam' : state.feeder.length === 0 ? 'ScannerAdfEmpty' : 'ScannerAdfLoaded';
      return end(
        200,
        'text/xml',
        `<scan:ScannerStatus><pwg:State>Idle</pwg:State><scan:AdfState>${adf}</scan:AdfState></scan:ScannerStatus>`,
      );
    }
    if (path === '/eSCL/ScanJobs' && request.method === 'POST') {
      const body = await textOf(request);
      if (open) return end(503);
      state.settings.push(body);
      open = { path: `/eSCL/ScanJobs/${++jobs}`, sheets: body.includes('>Feeder<') ? state.feeder : [state.glass], warm: false };
      // Devices name themselves by their own idea of their address.
      return end(201, 'text/xml', '', { Location: `http://localhost:1${open.path}` });
    }
    if (open && path === `${open.path}/NextDocument`) {
      if (!open.warm) {
        open.warm = true;
        return end(503, 'text/plain', '', { 'Retry-After': '0' });
      }
      const sheet = open.sheets.shift();
      return sheet ? end(200, 'image/jpeg', sheet) : end(404);
    }
    if (open && request.method === 'DELETE' && path === open.path) {
      open = undefined;
      return end(200);
    }
    return end(404);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(state, {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
