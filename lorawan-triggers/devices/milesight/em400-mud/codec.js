// TS013 payload codec of the Milesight EM400-MUD, an ultrasonic distance sensor for the lid of waste containers.
//
// Written from the table "Uplink Data" of the vendor's user guide. A payload is a row of blocks: channel (1 byte), type
// (1 byte), value (its length follows from channel and type); numbers are little endian.

function unsigned16(bytes, at) {
    return bytes[at] | (bytes[at + 1] << 8);
}

function signed16(bytes, at) {
    return (unsigned16(bytes, at) << 16) >> 16;
}

function hex(bytes, at, length) {
    var text = '';
    for (var i = at; i < at + length; i++) {
        text += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
    }
    return text;
}

function version(bytes, at) {
    return bytes[at].toString(16) + '.' + bytes[at + 1].toString(16);
}

// Length of the value and what it means, by channel and type.
var BLOCKS = {
    '0175': { length: 1, read: function (data, bytes, at) { data.battery = bytes[at]; } },
    '0367': { length: 2, read: function (data, bytes, at) { data.temperature = signed16(bytes, at) / 10; } },
    '0482': { length: 2, read: function (data, bytes, at) { data.distance = unsigned16(bytes, at); } },
    '0500': { length: 1, read: function (data, bytes, at) { data.position = bytes[at] === 0 ? 'normal' : 'tilt'; } },
    '8367': {
        length: 3,
        read: function (data, bytes, at) {
            data.temperature = signed16(bytes, at) / 10;
            data.temperatureAlarm = bytes[at + 2] === 1;
        }
    },
    '8482': {
        length: 3,
        read: function (data, bytes, at) {
            data.distance = unsigned16(bytes, at);
            data.distanceAlarm = bytes[at + 2] === 1;
        }
    },
    // What the device tells about itself after each join.
    'ff01': { length: 1, read: function (data, bytes, at) { data.protocolVersion = bytes[at]; } },
    'ff09': { length: 2, read: function (data, bytes, at) { data.hardwareVersion = version(bytes, at); } },
    'ff0a': { length: 2, read: function (data, bytes, at) { data.softwareVersion = version(bytes, at); } },
    'ff0b': { length: 1, read: function (data) { data.poweredOn = true; } },
    'ff0f': { length: 1, read: function (data, bytes, at) { data.deviceClass = 'ABC'.charAt(bytes[at]); } },
    'ff16': { length: 8, read: function (data, bytes, at) { data.serialNumber = hex(bytes, at, 8); } }
};

function decodeUplink(input) {
    if (input.fPort !== 85) {
        return { errors: ['expected fPort 85, found ' + input.fPort] };
    }
    var bytes = input.bytes;
    if (bytes.length === 0) {
        return { errors: ['the payload is empty'] };
    }
    var data = {};
    var at = 0;
    while (at < bytes.length) {
        if (at + 2 > bytes.length) {
            return { errors: ['the payload ends within a block at byte ' + at] };
        }
        var key = hex(bytes, at, 2);
        var block = Object.prototype.hasOwnProperty.call(BLOCKS, key) ? BLOCKS[key] : null;
        if (block === null) {
            // The length of an unknown block is unknown, so nothing behind it can be read.
            return { errors: ['unknown channel and type ' + key + ' at byte ' + at] };
        }
        if (at + 2 + block.length > bytes.length) {
            return { errors: ['the payload ends within block ' + key + ' at byte ' + at] };
        }
        block.read(data, bytes, at + 2);
        at += 2 + block.length;
    }
    return { data: data };
}
