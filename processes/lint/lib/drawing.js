'use strict';

const drawings = new WeakMap();

/** The bounds of an element's shape; nothing where it is not drawn, which `no-bpmndi` reports. */
exports.bounds = element => drawn(element)?.bounds;

/** The corners of a flow's line with its ends; nothing where it is not drawn. */
exports.corners = flow => drawn(flow) && (drawn(flow).waypoint || []);

/** The straight pieces of a flow's line. */
exports.pieces = flow => {
  const corners = exports.corners(flow) || [];
  return corners.slice(1).map((end, index) => [corners[index], end]);
};

exports.centre = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

function drawn(element) {
  let definitions = element;
  while (definitions.$parent) {
    definitions = definitions.$parent;
  }
  if (!drawings.has(definitions)) {
    drawings.set(definitions, read(definitions));
  }
  return drawings.get(definitions).get(element);
}

function read(definitions) {
  const elements = (definitions.diagrams || []).flatMap(diagram => diagram.plane?.planeElement || []);
  return new Map(elements.map(shape => [shape.bpmnElement, shape]));
}
