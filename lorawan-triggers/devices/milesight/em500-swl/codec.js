// TS013 payload codec of the Milesight EM500-SWL, a submersible pressure probe for the level of water.
//
// Written from the table "Uplink Data" of the vendor's user guide: blocks of channel, type and value, little endian. The
// probe says how much water stands above it, in cm.

function hex(bytes, at, length) {
    var text = '';
    for (var i = at; i < at + length; i++) {
        text += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
    }
    return text;
}

// Length of the value by channel and type.
var LENGTHS = { '0175': 1, '0377': 2, 'ff01': 1, 'ff09': 2, 'ff0a': 2, 'ff0b': 1, 'ff0f': 1, 'ff16': 8 };

function decodeUplink(input) {
    if (input.fPort !== 85) {
        return { errors: ['expected fPort 85, found ' + input.fPort] };
    }
    var bytes = input.bytes;
    var data = {};
    for (var at = 0; at < bytes.length;) {
        var key = at + 2 <= bytes.length ? hex(bytes, at, 2) : '';
        if (!Object.prototype.hasOwnProperty.call(LENGTHS, key) || at + 2 + LENGTHS[key] > bytes.length) {
            return { errors: ['unknown or incomplete block at byte ' + at] };
        }
        at += 2;
        if (key === '0175') {
            data.battery = bytes[at];
        } else if (key === '0377') {
            data.depth = bytes[at] | (bytes[at + 1] << 8);
        } else if (key === 'ff16') {
            data.serialNumber = hex(bytes, at, 8);
        }
        at += LENGTHS[key];
    }
    if (bytes.length === 0) {
        return { errors: ['the payload is empty'] };
    }
    // Where the probe hangs, in cm above the zero of the gauge; below it the number is negative.
    var mounted = Number(input.variables.mountedAtCm);
    if (data.depth !== undefined && isFinite(mounted)) {
        data.level = mounted + data.depth;
    }
    return { data: data };
}

// The vendor's own encoder (SensorDecoders, em-series/em500-swl) sets the interval of reporting with ff 03 and two bytes,
// the low one first, 60 to 64800 seconds. It names no port; 85 is that of the uplinks and the vendor's default, to be
// confirmed at a real device.
function encodeDownlink(input) {
    var seconds = input.data.intervalSeconds;
    if (!(seconds >= 60 && seconds <= 64800) || Math.floor(seconds) !== seconds) {
        return { errors: ['expected intervalSeconds of 60 to 64800'] };
    }
    return { fPort: 85, bytes: [0xff, 0x03, seconds & 0xff, seconds >> 8] };
}

function decodeDownlink(input) {
    var bytes = input.bytes;
    if (bytes.length === 4 && bytes[0] === 0xff && bytes[1] === 0x03) {
        return { data: { intervalSeconds: bytes[2] | (bytes[3] << 8) } };
    }
    return { errors: ['unknown command'] };
}
