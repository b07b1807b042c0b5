/** Menus. The application has no menu bar: its own title bar is the menu. Text fields get the usual right-click menu. */
import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** Windows and Linux know cut, copy, paste and undo without a menu bar; macOS takes these keys from the menu. Before ready it costs nothing. */
export const dropMenuBar = (): void => {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null);
};

export const offerEditMenu = (contents: WebContents): void => {
  contents.on('context-menu', (_event, params) => {
    const items = editItems(params);
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
};

const editItems = ({ isEditable, selectionText, editFlags }: ContextMenuParams): MenuItemConstructorOptions[] => {
  if (!isEditable) return selectionText === '' ? [] : [{ role: 'copy', label: 'Sao chép' }];
  return [
    { role: 'undo', label: 'Hoàn tác', enabled: editFlags.canUndo },
    { type: 'separator' },
    { role: 'cut', label: 'Cắt', enabled: editFlags.canCut },
    { role: 'copy', label: 'Sao chép', enabled: editFlags.canCopy },
    { role: 'paste', label: 'Dán', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: 'Chọn tất cả', enabled: editFlags.canSelectAll },
  ];
};
