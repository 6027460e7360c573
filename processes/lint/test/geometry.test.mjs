import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { cross, meet, runsThrough } = createRequire(import.meta.url)('../lib/geometry.js');

const piece = (x1, y1, x2, y2) => [{ x: x1, y: y1 }, { x: x2, y: y2 }];
const level = piece(0, 10, 20, 10);

test('pieces that pass through each other cross and meet', () => {
  assert.ok(cross(level, piece(10, 0, 10, 20)));
  assert.ok(meet(level, piece(10, 0, 10, 20)));
});

test('pieces that touch or cover each other meet without crossing', () => {
  for (const other of [piece(10, 10, 10, 20), piece(20, 0, 20, 20), piece(5, 10, 15, 10), piece(20, 10, 30, 10)]) {
    assert.ok(!cross(level, other));
    assert.ok(meet(level, other));
  }
});

test('pieces apart do not meet, not even on one line', () => {
  for (const other of [piece(0, 11, 20, 11), piece(21, 10, 30, 10), piece(21, 0, 21, 20), piece(10, 0, 10, 9)]) {
    assert.ok(!meet(level, other));
    assert.ok(!cross(level, other));
  }
});

const bounds = { x: 100, y: 100, width: 100, height: 80 };

test('a line runs through bounds that it enters, crosses or lies in', () => {
  assert.ok(runsThrough(piece(0, 140, 300, 140), bounds));
  assert.ok(runsThrough(piece(0, 140, 150, 140), bounds));
  assert.ok(runsThrough(piece(150, 140, 300, 140), bounds));
  assert.ok(runsThrough(piece(120, 140, 180, 140), bounds));
  assert.ok(runsThrough(piece(198, 0, 198, 300), bounds));
  assert.ok(runsThrough(piece(0, 178, 300, 178), bounds));
  assert.ok(runsThrough(piece(0, 102, 300, 102), bounds));
  assert.ok(runsThrough(piece(102, 0, 102, 300), bounds));
});

test('a line along the border or beside the bounds does not run through them', () => {
  for (const outside of [piece(0, 100, 300, 100), piece(0, 180, 300, 180), piece(100, 0, 100, 300), piece(200, 0, 200, 300),
    piece(0, 140, 99, 140), piece(0, 50, 300, 50)]) {
    assert.ok(!runsThrough(outside, bounds));
  }
});
