// TS013 payload codec of the Decentlab DL-LID, a laser distance sensor above water (lidar).
//
// Written from chapter "Payload" of the vendor's data sheet, big endian: protocol version 2 (1 byte), number of the device
// (2), flags of what follows (2), then words: with flag 0 eleven of the distance, with flag 1 the battery.

function word(bytes, at) {
    return bytes[at] << 8 | bytes[at + 1];
}

function decodeUplink(input) {
    var bytes = input.bytes;
    if (bytes.length < 5 || bytes[0] !== 2) {
        return { errors: ['expected protocol version 2 and a head of 5 bytes'] };
    }
    var flags = word(bytes, 3);
    if (bytes.length !== 5 + 22 * (flags & 1) + 2 * (flags >> 1 & 1)) {
        return { errors: ['the length does not fit to the flags'] };
    }
    var data = { deviceNumber: word(bytes, 1) };
    var at = 5;
    if (flags & 1) {
        data.distance = {
            average: word(bytes, at),
            minimum: word(bytes, at + 2),
            maximum: word(bytes, at + 4),
            median: word(bytes, at + 6),
            samples: word(bytes, at + 18)
        };
        // How high the sensor hangs above the zero of the gauge, in mm; without it there is a distance but no level.
        var mounted = Number(input.variables.mountedAtMm);
        if (mounted > 0) {
            data.level = mounted - data.distance.median;
        }
        at += 22;
    }
    if (flags & 2) {
        data.batteryMillivolts = word(bytes, at);
    }
    return { data: data };
}

// Chapter "Downlink": command and parameter as words, then their CRC-16 (polynomial A001, from FFFF), low byte last.
var COMMANDS = { setPeriod: 0x0001, setPeriodAndSave: 0x0002, adrOff: 0x0007, reset: 0xfefe };

function crc(bytes) {
    var sum = 0xffff;
    for (var i = 0; i < bytes.length; i++) {
        sum ^= bytes[i];
        for (var bit = 0; bit < 8; bit++) {
            sum = sum & 1 ? sum >> 1 ^ 0xa001 : sum >> 1;
        }
    }
    return sum;
}

function encodeDownlink(input) {
    var name = String(input.data.command);
    if (!Object.prototype.hasOwnProperty.call(COMMANDS, name)) {
        return { errors: ['unknown command ' + name] };
    }
    var parameter = input.data.parameter === undefined ? 0 : input.data.parameter;
    if (!(parameter >= 0 && parameter <= 0xffff) || Math.floor(parameter) !== parameter) {
        return { errors: ['expected a parameter of 0 to 65535'] };
    }
    var bytes = [COMMANDS[name] >> 8, COMMANDS[name] & 0xff, parameter >> 8, parameter & 0xff];
    var sum = crc(bytes);
    return { fPort: 1, bytes: bytes.concat([sum >> 8, sum & 0xff]) };
}

function decodeDownlink(input) {
    var bytes = input.bytes;
    if (bytes.length !== 6 || crc(bytes.slice(0, 4)) !== word(bytes, 4)) {
        return { errors: ['expected 6 bytes with the right check sum'] };
    }
    for (var name in COMMANDS) {
        if (COMMANDS[name] === word(bytes, 0)) {
            return { data: { command: name, parameter: word(bytes, 2) } };
        }
    }
    return { errors: ['unknown command'] };
}
