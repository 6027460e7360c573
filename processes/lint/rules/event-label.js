'use strict';

const { is } = require('bpmnlint-utils');

const { label, objectAndState } = require('../lib/words');

/** An event says what has happened to what. End events have a rule of their own, `end-event-result`. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Event') && !is(node, 'bpmn:EndEvent') && label(node)) {
      objectAndState(label(node)).forEach(problem => reporter.report(node.id, problem, ['name']));
    }
  }
});
