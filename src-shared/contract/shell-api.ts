/**
 * What the window may ask of the shell (Electron main) through the preload: only what the data service cannot do, because it
 * needs the operating system's window, dialogs or drag and drop. Everything about records goes through the service's contract.
 */

/** Kinds of port that the shell hands to the window. The port arrives by `window.postMessage` as a {@link ServicePortMessage}. */
export type WindowPortKind = 'rpc';

/** `up`: a service process is running and ports can be asked for; `down`: it ended and is being started again. */
export type ServiceState = 'up' | 'down';

/** Data of the message event that carries a port, `event.ports[0]`. Accept it only where `event.source === window`. */
export interface ServicePortMessage {
  servicePort: WindowPortKind;
}

/** What is chosen for; decides title, kinds of file, whether several may be chosen, or one folder (`stick`, `folder`, `place`). */
export const pickPurposes = ['branchForms', 'folder', 'list', 'packages', 'place', 'rules', 'scan', 'stick', 'template', 'update'] as const;
export type PickPurpose = (typeof pickPurposes)[number];

/**
 * What became of the wish to install the update that was laid out. started: the program quits and comes back as the new version; none: there is
 * none; notHere: this program was not installed by its user, or was not packaged; content: the installer was damaged since.
 */
export type UpdateStart = 'started' | 'none' | 'notHere' | 'content';

export interface ShellApi {
  /** `process.platform` of the shell: 'win32', 'linux', 'darwin'. */
  readonly platform: string;
  /** Asks for a new port to the service; ports of a service that ended are closed. */
  connect(kind: WindowPortKind): void;
  /** Tells of the service's state, at once with the present one and then at each change. Returns the unsubscription. */
  onService(listener: (state: ServiceState) => void): () => void;
  /** Native open dialog. Absolute paths, none when the person cancelled. */
  pickFiles(options: { purpose: PickPurpose }): Promise<string[]>;
  /** Native save dialog. Absolute path, null when the person cancelled. */
  saveFile(options: { defaultName: string }): Promise<string | null>;
  /** Installs the update that the service laid out. */
  startUpdate(): Promise<UpdateStart>;
  /** Keeps other programs from taking pictures of the window, where the system can (Windows, macOS). */
  protectScreen(on: boolean): void;
  /** Absolute path of a file that was dropped on the window; '' for one that is not on the disk. */
  pathForFile(file: unknown): string;
}

/** Name under which the preload puts the {@link ShellApi} into the page's `window`. */
export const shellApiName = 'shell';
