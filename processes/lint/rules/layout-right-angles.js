'use strict';

const { pieces } = require('../lib/drawing');
const { flows, isLevel } = require('../lib/level');

/** Lines run straight or turn at right angles. */
module.exports = () => ({
  check(node, reporter) {
    if (isLevel(node)) {
      flows(node).filter(flow => pieces(flow).some(isSlanted)).forEach(flow =>
        reporter.report(flow.id, 'Expected the line to run level or upright, but a piece of it is slanted'));
    }
  }
});

/** One pixel is what rounding leaves over; nobody sees it. */
function isSlanted([start, end]) {
  return Math.abs(start.x - end.x) > 1 && Math.abs(start.y - end.y) > 1;
}
