"use strict";
// Apart from its callers, because older versions of Node cannot even read a file with `import(…)` in it.

/** @param {string} file a module beside this file */
module.exports = function importModule(file) {
  return import(file);
};
