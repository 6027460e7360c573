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
    var everything = globalThis;

    // More than any payload has (RP002-1.0.4: 242 bytes at most in EU868).
    var MOST_BYTES = 1024;

    function nothing() {}

    // Codecs print what they do; nobody listens.
    everything.console = { log: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, trace: nothing };

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

    function decodeUp(input) {
        if (typeof decodeUplink === 'function') {
            return plain(decodeUplink(input));
        }
        if (typeof Decoder === 'function') {
            return plain(Decoder(input.bytes, input.fPort, input.variables), asData);
        }
        if (typeof Decode === 'function') {
            return plain(Decode(input.fPort, input.bytes, input.variables), asData);
        }
        return refused('The codec has neither decodeUplink(input) nor Decoder(bytes, port)');
    }

    function decodeDown(input) {
        return typeof decodeDownlink === 'function'
            ? plain(decodeDownlink(input))
            : refused('The codec has no decodeDownlink(input)');
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
        if (typeof encodeDownlink === 'function') {
            return plain(encodeDownlink(input), withBytes);
        }
        if (typeof Encoder === 'function') {
            return plain(Encoder(input.data, input.fPort), asPayload);
        }
        if (typeof Encode === 'function') {
            return plain(Encode(input.fPort, input.data, input.variables), asPayload);
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

    return function (work, text) {
        if (work === 'protect') {
            freezeAll();
            return '';
        }
        if (work === 'seal') {
            freezeAll();
            freezeOne(everything);
            return '';
        }
        var input = parse(text);
        if (work === 'encodeDownlink') {
            return stringify(encodeDown(input));
        }
        input.recvTime = new TimeOf(input.recvTime);
        return stringify(work === 'decodeUplink' ? decodeUp(input) : decodeDown(input));
    };
})();
