/** Electron main of the build for measuring: the real one, and what the page tells is passed on. */
import './passed-on';
import '../../../../src-main/shell/index';
