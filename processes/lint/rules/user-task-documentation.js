'use strict';

const { is } = require('bpmnlint-utils');

const SHORTEST = 20;

/** The documentation is what a clerk reads above the form. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const text = (node.documentation || []).map(part => part.text || '').join(' ').trim();
    if (text.length < SHORTEST) {
      const found = text ? `it is „${text}“` : 'there is none';
      reporter.report(node.id, `Expected a documentation that says what the clerk needs to know, but ${found}`);
    }
  }
});
