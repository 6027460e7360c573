// Calls a codec. Evaluated before the codec and working on its own references, so that it does not matter what the codec
// changes. Text goes in and text comes out.
(function () {
    'use strict';

    var parse = JSON.parse;
    var stringify = JSON.stringify;
    var TimeOf = Date;
    var Promised = Promise;
    var freezeOne = Object.freeze;
    var isFrozen = Object.isFrozen;
    var isView = ArrayBuffer.isView;
    var prototypeOf = Object.getPrototypeOf;
    var keysOf = Reflect.ownKeys;
    var propertyOf = Reflect.getOwnPropertyDescriptor;
    var apply = Reflect.apply;
    var WrongType = TypeError;
    var numberOf = Number;
    var textOf = String;
    var isSafe = Number.isSafeInteger;
    var everything = globalThis;

    // What a codec gives to others as module: of CommonJS, or of ECMAScript where it is written as one.
    var commonModule = { exports: {} };
    var namespace;

    // More than any payload has (RP002-1.0.4: 242 bytes at most in EU868).
    var MOST_BYTES = 1024;

    function nothing() {}

    // Codecs print what they do; nobody listens.
    everything.console = {
        log: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, trace: nothing, dir: nothing,
        table: nothing, group: nothing, groupEnd: nothing, time: nothing, timeEnd: nothing, assert: nothing
    };
    everything.global = everything;

    // Codecs are also written as modules of Node. What they could require of it beside Buffer is not here.
    function offerModule() {
        everything.module = commonModule;
        everything.exports = commonModule.exports;
        everything.require = function (name) {
            var bare = textOf(name).replace(/^node:/, '');
            if (bare === 'buffer') {
                return { Buffer: everything.Buffer };
            }
            if (bare === 'util') {
                return { TextDecoder: everything.TextDecoder, TextEncoder: everything.TextEncoder };
            }
            throw new Error("Cannot find module '" + bare + "'");
        };
    }

    function refused(sentence) {
        return { refused: sentence };
    }

    function plain(answer, make) {
        if (answer instanceof Promised) {
            return refused('The codec gave a promise, but an answer is needed at once');
        }
        return make ? make(answer) : answer;
    }

    function asData(data) {
        return { data: data };
    }

    // Some give what they found without the object around it.
    function asAnswer(answer) {
        var isBare = answer !== null && typeof answer === 'object' && keysOf(answer).length > 0
                && !('data' in answer) && !('errors' in answer) && !('warnings' in answer);
        return isBare ? { data: answer } : answer;
    }

    // Variables of const and let are no properties of the global object.
    var GLOBAL = {
        decodeUplink: function () { return typeof decodeUplink === 'function' ? decodeUplink : undefined; },
        decodeDownlink: function () { return typeof decodeDownlink === 'function' ? decodeDownlink : undefined; },
        encodeDownlink: function () { return typeof encodeDownlink === 'function' ? encodeDownlink : undefined; },
        Decoder: function () { return typeof Decoder === 'function' ? Decoder : undefined; },
        Decode: function () { return typeof Decode === 'function' ? Decode : undefined; },
        Encoder: function () { return typeof Encoder === 'function' ? Encoder : undefined; },
        Encode: function () { return typeof Encode === 'function' ? Encode : undefined; }
    };

    function inside(owner, name) {
        var found = owner !== null && typeof owner === 'object' || typeof owner === 'function' ? owner[name] : undefined;
        return typeof found === 'function' ? function (args) { return apply(found, owner, args); } : undefined;
    }

    // Where a codec may have a function: in what it exports, in the object 'driver' of bundled ones, or plainly.
    function find(name) {
        var plainOne = GLOBAL[name]();
        if (plainOne !== undefined) {
            return function (args) { return apply(plainOne, undefined, args); };
        }
        return inside(commonModule.exports, name)
            || inside(namespace, name)
            || inside(namespace && namespace.default, name)
            || inside(commonModule.exports && commonModule.exports.driver, name)
            || inside(commonModule.exports && commonModule.exports.default, name)
            || inside(typeof driver === 'undefined' ? undefined : driver, name);
    }

    function decodeUp(input) {
        var found = find('decodeUplink');
        if (found) {
            return plain(found([input]), asAnswer);
        }
        found = find('Decoder');
        if (found) {
            return plain(found([input.bytes, input.fPort, input.variables]), asData);
        }
        found = find('Decode');
        if (found) {
            return plain(found([input.fPort, input.bytes, input.variables]), asData);
        }
        return refused('The codec has neither decodeUplink(input) nor Decoder(bytes, port)');
    }

    function decodeDown(input) {
        var found = find('decodeDownlink');
        return found ? plain(found([input]), asAnswer) : refused('The codec has no decodeDownlink(input)');
    }

    function withBytes(answer) {
        if (answer === null || typeof answer !== 'object') {
            return refused('The codec gave no object');
        }
        return { bytes: listed(answer.bytes), fPort: answer.fPort, errors: answer.errors, warnings: answer.warnings };
    }

    // A typed array is no list in JSON.
    function listed(bytes) {
        if (bytes === null || typeof bytes !== 'object') {
            return bytes;
        }
        var list = [];
        for (var i = 0; i < bytes.length && i < MOST_BYTES; i++) {
            list[i] = bytes[i];
        }
        return list;
    }

    function encodeDown(input) {
        var found = find('encodeDownlink');
        if (found) {
            return plain(found([input]), withBytes);
        }
        found = find('Encoder');
        if (found) {
            return plain(found([input.data, input.fPort]), asPayload);
        }
        found = find('Encode');
        if (found) {
            return plain(found([input.fPort, input.data, input.variables]), asPayload);
        }
        return refused('The codec has neither encodeDownlink(input) nor Encoder(object, port)');
    }

    function asPayload(bytes) {
        return { bytes: listed(bytes) };
    }

    // Depth first with a list of its own: a chain of objects must not end the stack.
    function freeze(first) {
        var open = [first];
        var length = 1;
        while (length > 0) {
            length--;
            var one = open[length];
            if ((typeof one !== 'object' && typeof one !== 'function') || one === null || one === everything
                    || isView(one) || isFrozen(one)) {
                continue;
            }
            freezeOne(one);
            open[length++] = prototypeOf(one);
            var keys = keysOf(one);
            for (var i = 0; i < keys.length; i++) {
                var property = propertyOf(one, keys[i]);
                if (property !== undefined) {
                    open[length++] = property.value;
                    open[length++] = property.get;
                    open[length++] = property.set;
                }
            }
        }
    }

    function freezeAll() {
        var keys = keysOf(everything);
        for (var i = 0; i < keys.length; i++) {
            var property = propertyOf(everything, keys[i]);
            if (property !== undefined) {
                freeze(property.value);
                freeze(property.get);
                freeze(property.set);
            }
        }
        freeze(prototypeOf(function* () {}));
        freeze(prototypeOf(async function () {}));
        freeze(prototypeOf(async function* () {}));
        freeze(prototypeOf([][Symbol.iterator]()));
        freeze(prototypeOf(''[Symbol.iterator]()));
        freeze(prototypeOf(new Map()[Symbol.iterator]()));
        freeze(prototypeOf(new Set()[Symbol.iterator]()));
        freeze(prototypeOf(''.matchAll(/x/g)));
    }

    function withoutBigInts(key, value) {
        return typeof value !== 'bigint' ? value : isSafe(numberOf(value)) ? numberOf(value) : textOf(value);
    }

    // JSON has no word for a BigInt, but it has numbers. Few codecs have any, so the others shall not pay for them.
    function written(answer) {
        try {
            return stringify(answer);
        } catch (e) {
            if (e instanceof WrongType) {
                return stringify(answer, withoutBigInts);
            }
            throw e;
        }
    }

    return function (work, text, exported) {
        if (work === 'open') {
            if (text === 'pooled') {
                freezeAll();
            }
            offerModule();
            return '';
        }
        if (work === 'module') {
            namespace = exported;
            return '';
        }
        if (work === 'seal') {
            freezeAll();
            freeze(commonModule);
            if (namespace !== undefined) {
                // The bindings of a module cannot be changed from outside anyway.
                keysOf(namespace).forEach(function (name) { freeze(namespace[name]); });
            }
            freezeOne(everything);
            return '';
        }
        var input = parse(text);
        if (work === 'encodeDownlink') {
            return written(encodeDown(input));
        }
        input.recvTime = new TimeOf(input.recvTime);
        return written(work === 'decodeUplink' ? decodeUp(input) : decodeDown(input));
    };
})();
