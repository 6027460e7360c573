'use strict';

const { bounds, centre, pieces } = require('../lib/drawing');
const { flows, isLevel, isLoop } = require('../lib/level');

/** The way is read as a text is: from left to right. Only a loop into a joining gateway goes back. */
module.exports = () => ({
  check(node, reporter) {
    if (isLevel(node)) {
      flows(node).filter(flow => !isLoop(flow)).forEach(flow =>
        problems(flow).forEach(problem => reporter.report(flow.id, problem)));
    }
  }
});

function problems(flow) {
  const [source, target] = [bounds(flow.sourceRef), bounds(flow.targetRef)];
  if (source && target && centre(target).x < centre(source).x) {
    return [`Expected the way to go from left to right, but ${flow.targetRef.id} lies left of ${flow.sourceRef.id}`];
  }
  return pieces(flow).some(([start, end]) => end.x < start.x - 1)
    ? ['Expected the way to go from left to right, but a piece of the line goes to the left']
    : [];
}
