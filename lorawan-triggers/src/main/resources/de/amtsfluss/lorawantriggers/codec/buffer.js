// The part of Node's Buffer that codecs use, since ChirpStack offers it to them, and what browsers and Node have for
// Base64 and text. A Buffer is a Uint8Array.
(function () {
    'use strict';

    var BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

    function Buffer(value, second, third) {
        return typeof value === 'number' ? Buffer.alloc(value) : Buffer.from(value, second, third);
    }

    Object.setPrototypeOf(Buffer, Uint8Array);
    Buffer.prototype = Object.create(Uint8Array.prototype, {
        constructor: { value: Buffer, writable: true, configurable: true }
    });

    function become(array) {
        return Object.setPrototypeOf(array, Buffer.prototype);
    }

    Buffer.alloc = function (length, fill) {
        var buffer = become(new Uint8Array(length));
        return fill === undefined ? buffer : buffer.fill(typeof fill === 'string' ? fill.charCodeAt(0) : fill);
    };
    Buffer.allocUnsafe = Buffer.alloc;
    Buffer.isBuffer = function (value) {
        return value instanceof Buffer;
    };

    Buffer.from = function (value, second, length) {
        if (typeof value === 'string') {
            return become(new Uint8Array(bytesOf(value, encoding(second))));
        }
        if (value instanceof ArrayBuffer) {
            return become(new Uint8Array(value, second, length));
        }
        if (value === null || typeof value !== 'object') {
            throw new TypeError('Buffer.from: expected a string, an array or a buffer');
        }
        return become(Uint8Array.from(value.type === 'Buffer' && Array.isArray(value.data) ? value.data : value));
    };

    Buffer.byteLength = function (value, name) {
        return typeof value === 'string' ? bytesOf(value, encoding(name)).length : value.byteLength;
    };

    Buffer.concat = function (list, totalLength) {
        var length = totalLength;
        if (length === undefined) {
            length = list.reduce(function (sum, part) { return sum + part.length; }, 0);
        }
        var all = Buffer.alloc(length);
        var at = 0;
        list.forEach(function (part) {
            var fitting = part.subarray(0, Math.max(0, length - at));
            all.set(fitting, at);
            at += fitting.length;
        });
        return all;
    };

    function encoding(name) {
        var known = String(name === undefined ? 'utf8' : name).toLowerCase();
        switch (known) {
            case 'utf-8': return 'utf8';
            case 'binary':
            case 'ascii': return 'latin1';
            case 'utf-16le':
            case 'ucs2':
            case 'ucs-2': return 'utf16le';
            default: return known;
        }
    }

    function bytesOf(text, name) {
        switch (name) {
            case 'hex': return bytesOfHex(text);
            case 'base64':
            case 'base64url': return bytesOfBase64(text);
            case 'latin1': return Array.from(text, function (sign) { return sign.charCodeAt(0) & 0xff; });
            case 'utf8': return bytesOfUtf8(text);
            case 'utf16le': return bytesOfUtf16(text);
            default: throw new TypeError('Unknown encoding: ' + name);
        }
    }

    function bytesOfHex(text) {
        var bytes = [];
        for (var i = 0; i + 1 < text.length; i += 2) {
            var pair = text.substr(i, 2);
            if (!/^[0-9a-fA-F]{2}$/.test(pair)) {
                break;
            }
            bytes.push(parseInt(pair, 16));
        }
        return bytes;
    }

    function bytesOfBase64(text) {
        var bytes = [];
        var bits = 0;
        var count = 0;
        for (var i = 0; i < text.length && text[i] !== '='; i++) {
            var value = BASE64.indexOf(text[i] === '-' ? '+' : text[i] === '_' ? '/' : text[i]);
            if (value >= 0) {
                bits = ((bits << 6) | value) & 0xffffff;
                count += 6;
                if (count >= 8) {
                    count -= 8;
                    bytes.push((bits >> count) & 0xff);
                }
            }
        }
        return bytes;
    }

    function bytesOfUtf8(text) {
        var bytes = [];
        for (var sign of text) {
            var code = sign.codePointAt(0);
            if (code < 0x80) {
                bytes.push(code);
            } else if (code < 0x800) {
                bytes.push(0xc0 | code >> 6, 0x80 | code & 0x3f);
            } else if (code < 0x10000) {
                bytes.push(0xe0 | code >> 12, 0x80 | code >> 6 & 0x3f, 0x80 | code & 0x3f);
            } else {
                bytes.push(0xf0 | code >> 18, 0x80 | code >> 12 & 0x3f, 0x80 | code >> 6 & 0x3f, 0x80 | code & 0x3f);
            }
        }
        return bytes;
    }

    function bytesOfUtf16(text) {
        var bytes = [];
        for (var i = 0; i < text.length; i++) {
            bytes.push(text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8);
        }
        return bytes;
    }

    function utf16Of(bytes) {
        var text = '';
        for (var i = 0; i + 1 < bytes.length; i += 2) {
            text += String.fromCharCode(bytes[i] | bytes[i + 1] << 8);
        }
        return text;
    }

    function hexOf(bytes) {
        var text = '';
        for (var i = 0; i < bytes.length; i++) {
            text += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
        }
        return text;
    }

    function base64Of(bytes, url) {
        var text = '';
        for (var i = 0; i < bytes.length; i += 3) {
            var three = bytes[i] << 16 | (bytes[i + 1] || 0) << 8 | (bytes[i + 2] || 0);
            text += BASE64[three >> 18] + BASE64[three >> 12 & 63];
            text += i + 1 < bytes.length ? BASE64[three >> 6 & 63] : '=';
            text += i + 2 < bytes.length ? BASE64[three & 63] : '=';
        }
        return url ? text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '') : text;
    }

    function latin1Of(bytes, mask) {
        var text = '';
        for (var i = 0; i < bytes.length; i++) {
            text += String.fromCharCode(bytes[i] & mask);
        }
        return text;
    }

    function utf8Of(bytes) {
        var text = '';
        for (var i = 0; i < bytes.length;) {
            var first = bytes[i++];
            var more = first < 0x80 ? 0 : first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : -1;
            var code = more <= 0 ? first : first & (0x3f >> more);
            var good = more >= 0 && first < 0xf8;
            for (; good && more > 0; more--) {
                good = i < bytes.length && (bytes[i] & 0xc0) === 0x80;
                code = good ? code << 6 | bytes[i++] & 0x3f : code;
            }
            text += good && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
        }
        return text;
    }

    var prototype = Buffer.prototype;

    prototype.toString = function (name, start, end) {
        var bytes = this.subarray(start === undefined ? 0 : start, end === undefined ? this.length : end);
        if (String(name).toLowerCase() === 'ascii') {
            return latin1Of(bytes, 0x7f);
        }
        switch (encoding(name)) {
            case 'hex': return hexOf(bytes);
            case 'base64': return base64Of(bytes, false);
            case 'base64url': return base64Of(bytes, true);
            case 'latin1': return latin1Of(bytes, 0xff);
            case 'utf8': return utf8Of(bytes);
            case 'utf16le': return utf16Of(bytes);
            default: throw new TypeError('Unknown encoding: ' + name);
        }
    };
    prototype.toJSON = function () {
        return { type: 'Buffer', data: Array.from(this) };
    };
    // As in Node, a slice is a view, not a copy.
    prototype.slice = function (start, end) {
        return become(Uint8Array.prototype.subarray.call(this, start, end));
    };
    prototype.subarray = prototype.slice;
    prototype.equals = function (other) {
        return this.length === other.length && this.every(function (value, at) { return value === other[at]; });
    };
    prototype.copy = function (target, targetStart, start, end) {
        var part = this.subarray(start || 0, end === undefined ? this.length : end);
        var fitting = part.subarray(0, Math.max(0, target.length - (targetStart || 0)));
        target.set(fitting, targetStart || 0);
        return fitting.length;
    };

    prototype.write = function (text, at, length, name) {
        var bytes = bytesOf(String(text), encoding(typeof at === 'string' ? at : typeof length === 'string' ? length : name));
        var start = typeof at === 'number' ? at : 0;
        var count = Math.min(bytes.length, this.length - start, typeof length === 'number' ? length : Infinity);
        for (var i = 0; i < count; i++) {
            this[start + i] = bytes[i];
        }
        return count;
    };

    function view(buffer) {
        return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }

    function number(name, kind, width) {
        [['LE', true], ['BE', false]].forEach(function (order) {
            var suffix = width === 1 ? '' : order[0];
            function read(at) {
                return view(this)['get' + kind](at || 0, order[1]);
            }
            function write(value, at) {
                view(this)['set' + kind](at || 0, value, order[1]);
                return (at || 0) + width;
            }
            prototype['read' + name + suffix] = read;
            prototype['write' + name + suffix] = write;
            // Node has both spellings: readUInt8 and readUint8.
            prototype['read' + name.replace('UInt', 'Uint') + suffix] = read;
            prototype['write' + name.replace('UInt', 'Uint') + suffix] = write;
        });
    }

    number('UInt8', 'Uint8', 1);
    number('UInt16', 'Uint16', 2);
    number('UInt32', 'Uint32', 4);
    number('Int8', 'Int8', 1);
    number('Int16', 'Int16', 2);
    number('Int32', 'Int32', 4);
    number('BigUInt64', 'BigUint64', 8);
    number('BigInt64', 'BigInt64', 8);
    number('Float', 'Float32', 4);
    number('Double', 'Float64', 8);

    // Numbers of any width up to six bytes, for example 24 bits.
    function readWide(buffer, at, width, little, signed) {
        if (!(width >= 1 && width <= 6) || !(at >= 0 && at + width <= buffer.length)) {
            throw new RangeError('Expected 1 to 6 bytes within the buffer');
        }
        var value = 0;
        for (var i = 0; i < width; i++) {
            value = value * 256 + buffer[little ? at + width - 1 - i : at + i];
        }
        return signed && value >= Math.pow(2, 8 * width - 1) ? value - Math.pow(2, 8 * width) : value;
    }

    function writeWide(buffer, value, at, width, little) {
        if (!(width >= 1 && width <= 6) || !(at >= 0 && at + width <= buffer.length)) {
            throw new RangeError('Expected 1 to 6 bytes within the buffer');
        }
        var rest = value < 0 ? value + Math.pow(2, 8 * width) : value;
        for (var i = 0; i < width; i++) {
            buffer[little ? at + i : at + width - 1 - i] = rest % 256;
            rest = Math.floor(rest / 256);
        }
        return at + width;
    }

    [['UIntBE', false, false], ['UIntLE', true, false], ['IntBE', false, true], ['IntLE', true, true]].forEach(
        function (kind) {
            function read(at, width) { return readWide(this, at, width, kind[1], kind[2]); }
            function write(value, at, width) { return writeWide(this, value, at, width, kind[1]); }
            prototype['read' + kind[0]] = read;
            prototype['write' + kind[0]] = write;
            prototype['read' + kind[0].replace('UInt', 'Uint')] = read;
            prototype['write' + kind[0].replace('UInt', 'Uint')] = write;
        });

    globalThis.Buffer = Buffer;

    globalThis.atob = function (text) {
        var bare = String(text).replace(/[\t\n\f\r ]+/g, '');
        if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) {
            throw new RangeError('atob: expected Base64');
        }
        return latin1Of(bytesOfBase64(bare), 0xff);
    };
    globalThis.btoa = function (text) {
        var bytes = Array.from(String(text), function (sign) { return sign.charCodeAt(0); });
        if (bytes.some(function (byte) { return byte > 0xff; })) {
            throw new RangeError('btoa: expected signs of Latin-1');
        }
        return base64Of(bytes, false);
    };

    function TextDecoder(label, options) {
        this.encoding = String(label === undefined ? 'utf-8' : label).toLowerCase();
        this.fatal = Boolean(options && options.fatal);
    }
    TextDecoder.prototype.decode = function (input) {
        var bytes = input === undefined ? []
            : ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
            : new Uint8Array(input);
        switch (this.encoding) {
            case 'utf-8':
            case 'utf8': {
                var text = utf8Of(bytes);
                if (this.fatal && text.includes('\ufffd')) {
                    throw new TypeError('TextDecoder: expected UTF-8');
                }
                return text.charAt(0) === '\ufeff' ? text.slice(1) : text;
            }
            case 'utf-16':
            case 'utf-16le': return utf16Of(bytes);
            case 'ascii':
            case 'us-ascii':
            case 'latin1':
            case 'iso-8859-1':
            case 'windows-1252': return latin1Of(bytes, 0xff);
            default: throw new RangeError('Unknown encoding: ' + this.encoding);
        }
    };
    function TextEncoder() {
        this.encoding = 'utf-8';
    }
    TextEncoder.prototype.encode = function (text) {
        return new Uint8Array(bytesOfUtf8(text === undefined ? '' : String(text)));
    };
    globalThis.TextDecoder = TextDecoder;
    globalThis.TextEncoder = TextEncoder;
})();
