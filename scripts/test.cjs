"use strict";
// Plain old JavaScript: says what is wrong in a Node too old for the rest.
var fault = require("./nodeVersion.cjs").faultOfNode(process.versions.node);

if (fault) {
  console.error(fault);
  process.exit(1);
}
require("./importModule.cjs")("./test.mjs").catch(function (/** @type {Error} */ error) {
  console.error(error.stack);
  process.exit(1);
});
