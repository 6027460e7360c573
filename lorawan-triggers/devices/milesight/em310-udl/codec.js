// TS013 payload codec of the Milesight EM310-UDL, an ultrasonic distance sensor for containers and tanks.
//
// Written from the table "Uplink Payload" of the vendor's user guide. A payload is a row of blocks: channel (1 byte), type
// (1 byte), value (its length follows from channel and type); numbers are little endian.

function unsigned16(bytes, at) {
    return bytes[at] | (bytes[at + 1] << 8);
}

function hex(bytes, at, length) {
    var text = '';
    for (var i = at; i < at + length; i++) {
        text += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
    }
    return text;
}

var BLOCKS = {
    '0175': { length: 1, read: function (data, bytes, at) { data.battery = bytes[at]; } },
    '0382': { length: 2, read: function (data, bytes, at) { data.distance = unsigned16(bytes, at); } },
    '0400': { length: 1, read: function (data, bytes, at) { data.position = bytes[at] === 0 ? 'normal' : 'tilt'; } },
    // What the device tells about itself after each join.
    'ff01': { length: 1, read: function (data, bytes, at) { data.protocolVersion = bytes[at]; } },
    'ff09': { length: 2, read: function (data, bytes, at) { data.hardwareVersion = hex(bytes, at, 2); } },
    'ff0a': { length: 2, read: function (data, bytes, at) { data.softwareVersion = hex(bytes, at, 2); } },
    'ff0b': { length: 1, read: function (data) { data.poweredOn = true; } },
    'ff0f': { length: 1, read: function (data, bytes, at) { data.deviceClass = 'ABC'.charAt(bytes[at]); } },
    'ff16': { length: 8, read: function (data, bytes, at) { data.serialNumber = hex(bytes, at, 8); } }
};

function decodeUplink(input) {
    if (input.fPort !== 85) {
        return { errors: ['expected fPort 85, found ' + input.fPort] };
    }
    var bytes = input.bytes;
    var data = {};
    for (var at = 0; at < bytes.length;) {
        var key = at + 2 <= bytes.length ? hex(bytes, at, 2) : '';
        var block = Object.prototype.hasOwnProperty.call(BLOCKS, key) ? BLOCKS[key] : null;
        if (block === null) {
            // The length of an unknown block is unknown, so nothing behind it can be read.
            return { errors: ['unknown block at byte ' + at] };
        }
        if (at + 2 + block.length > bytes.length) {
            return { errors: ['the payload ends within block ' + key + ' at byte ' + at] };
        }
        block.read(data, bytes, at + 2);
        at += 2 + block.length;
    }
    return bytes.length === 0 ? { errors: ['the payload is empty'] } : { data: data };
}

// Commands of the table "Downlink Commands": ff 10 ff restarts, ff 03 sets the reporting interval in seconds.
function encodeDownlink(input) {
    if (input.data.command === 'restart') {
        return { fPort: 85, bytes: [0xff, 0x10, 0xff] };
    }
    var seconds = input.data.intervalSeconds;
    if (!(seconds >= 60 && seconds <= 64800) || Math.floor(seconds) !== seconds) {
        return { errors: ['expected the command restart, or intervalSeconds of 60 to 64800'] };
    }
    return { fPort: 85, bytes: [0xff, 0x03, seconds & 0xff, seconds >> 8] };
}

function decodeDownlink(input) {
    var bytes = input.bytes;
    if (bytes.length === 3 && bytes[0] === 0xff && bytes[1] === 0x10) {
        return { data: { command: 'restart' } };
    }
    if (bytes.length === 4 && bytes[0] === 0xff && bytes[1] === 0x03) {
        return { data: { intervalSeconds: unsigned16(bytes, 2) } };
    }
    return { errors: ['unknown command'] };
}
