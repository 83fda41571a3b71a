"use strict";
// Plain old JavaScript: this file must load in the very Node versions it turns away.

/**
 * What is wrong with that version of Node, in one sentence, or nothing. The bounds are those of Vite 8.
 * @param {string} version as in process.versions.node
 * @returns {string | undefined}
 */
function faultOfNode(version) {
  var parts = version.split(".");
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  var good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (good) return undefined;
  return (
    "Sightline needs Node 20.19, 22.12 or newer, and this is Node " + version + "; get a current one from nodejs.org."
  );
}

module.exports = { faultOfNode: faultOfNode };
