/** The window's only way to the shell. Runs sandboxed: of Node and Electron there is no more here than what is used. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type ServicePortMessage, type ServiceState, type ShellApi, type WindowPortKind, shellApiName } from '#shared/contract/shell-api';
import { channels } from '#shared/contract/shell-channels';

// A port cannot cross the context bridge, but it can be posted to the page, which is of the same origin.
ipcRenderer.on(channels.port, (event, servicePort: WindowPortKind) => {
  window.postMessage({ servicePort } satisfies ServicePortMessage, location.origin, event.ports);
});

const api = {
  platform: process.platform,
  connect: (kind) => ipcRenderer.send(channels.connect, kind),
  onService: (listener) => {
    const forward = (_event: unknown, state: ServiceState) => listener(state);
    ipcRenderer.on(channels.serviceState, forward);
    ipcRenderer.send(channels.serviceStateNow);
    return () => {
      ipcRenderer.off(channels.serviceState, forward);
    };
  },
  pickFiles: (options) => ipcRenderer.invoke(channels.pickFiles, options),
  saveFile: (options) => ipcRenderer.invoke(channels.saveFile, options),
  startUpdate: () => ipcRenderer.invoke(channels.startUpdate),
  protectScreen: (on) => ipcRenderer.send(channels.protectScreen, on),
  pathForFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
} satisfies ShellApi;

contextBridge.exposeInMainWorld(shellApiName, api);
