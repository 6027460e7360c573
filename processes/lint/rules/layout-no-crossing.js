'use strict';

const { is } = require('bpmnlint-utils');

const { bounds, pieces } = require('../lib/drawing');
const { cross, meet, runsThrough } = require('../lib/geometry');
const { flows, isLevel } = require('../lib/level');

/** A line that crosses another or runs through a shape leaves the reader to guess. */
module.exports = () => ({
  check(node, reporter) {
    if (!isLevel(node)) {
      return;
    }
    const lines = flows(node);
    lines.forEach((flow, index) => {
      lines.slice(index + 1).filter(other => collide(flow, other)).forEach(other =>
        reporter.report(flow.id, `Expected lines to keep apart, but this one meets ${other.id}`));
      shapes(node).filter(shape => runsInto(flow, shape)).forEach(shape =>
        reporter.report(flow.id, `Expected the line to keep out of other shapes, but it runs through ${shape.id}`));
    });
  }
});

/** Flows with a common end may run together there and part; crossing is for none. */
function collide(one, other) {
  const collision = one.sourceRef === other.sourceRef || one.targetRef === other.targetRef ? cross : meet;
  return pieces(one).some(piece => pieces(other).some(against => collision(piece, against)));
}

function runsInto(flow, shape) {
  return shape !== flow.sourceRef && shape !== flow.targetRef
    && pieces(flow).some(piece => runsThrough(piece, bounds(shape)));
}

/** A group is drawn around others, so lines may enter it. */
function shapes(level) {
  return [...(level.flowElements || []), ...(level.artifacts || [])]
    .filter(element => bounds(element) && !is(element, 'bpmn:Group'));
}
