// TS013 payload codec of the Dingtek DF702 and DF703, ultrasonic sensors for waste containers that tell fire and tilt.
//
// Written from the vendor's "DF702 & DF703 Waste Bin Sensor, Protocol LoRaWAN, V2.8". A frame begins with 0x80 and ends with
// 0x81; its fourth byte is the kind of report, its fifth its length. With position it has eight bytes more.

var PORT = 3;

function isFrame(bytes) {
    return (bytes.length === 17 || bytes.length === 25) && bytes[0] === 0x80 && bytes[4] === bytes.length
        && bytes[bytes.length - 1] === 0x81;
}

function reading(bytes) {
    var data = { distance: bytes.readUInt16BE(5) };
    var at = 8;
    if (bytes[7] === 1) {
        data.longitude = Math.round(bytes.readFloatLE(8) * 1e6) / 1e6;
        data.latitude = Math.round(bytes.readFloatLE(12) * 1e6) / 1e6;
        at = 16;
    }
    data.temperature = bytes.readInt8(at);
    data.angle = bytes[at + 2];
    data.full = bytes[at + 3] >> 4 !== 0;
    data.fire = (bytes[at + 3] & 0x0f) !== 0;
    data.tilt = bytes[at + 4] >> 4 !== 0;
    data.batteryLow = (bytes[at + 4] & 0x0f) !== 0;
    return data;
}

function settings(bytes) {
    return {
        intervalHours: bytes[7],
        detectionMinutes: bytes[8],
        fullBelowCentimetres: bytes[9],
        fireAboveDegrees: bytes[10],
        tiltAboveDegrees: bytes[11]
    };
}

function decodeUplink(input) {
    var bytes = Buffer.from(input.bytes);
    if (input.fPort !== PORT) {
        return { errors: ['expected fPort 3, found ' + input.fPort] };
    }
    if (!isFrame(bytes)) {
        return { errors: ['expected a frame of 17 or 25 bytes from 80 to 81'] };
    }
    if (bytes[3] === 0x03) {
        return { data: { settings: settings(bytes) } };
    }
    if (bytes.length === 25 && bytes[7] !== 1 || bytes.length === 17 && bytes[7] === 1) {
        return { errors: ['the length does not fit to the position'] };
    }
    return { data: reading(bytes) };
}

// A command is text: 8002, the password, its number and its value in hexadecimal, 81. 9999 is the password the devices are
// delivered with.
var COMMANDS = {
    intervalHours: { number: '01', min: 1, max: 168 },
    fullBelowCentimetres: { number: '02', min: 15, max: 255 },
    fireAboveDegrees: { number: '03', min: 0, max: 255 },
    tiltAboveDegrees: { number: '04', min: 15, max: 90 },
    detectionMinutes: { number: '08', min: 1, max: 60 }
};

function encodeDownlink(input) {
    var names = Object.keys(input.data);
    var command = names.length === 1 && Object.prototype.hasOwnProperty.call(COMMANDS, names[0]) ? COMMANDS[names[0]] : null;
    if (command === null) {
        return { errors: ['expected one of ' + Object.keys(COMMANDS).join(', ')] };
    }
    var value = input.data[names[0]];
    if (!(value >= command.min && value <= command.max) || Math.floor(value) !== value) {
        return { errors: ['expected ' + names[0] + ' of ' + command.min + ' to ' + command.max] };
    }
    var text = '80029999' + command.number + ('0' + value.toString(16)).slice(-2).toUpperCase() + '81';
    return { fPort: PORT, bytes: Buffer.from(text, 'ascii') };
}

function decodeDownlink(input) {
    var parts = /^8002[0-9]{4}([0-9]{2})([0-9A-F]{2})81$/.exec(Buffer.from(input.bytes).toString('ascii'));
    for (var name in COMMANDS) {
        if (parts !== null && COMMANDS[name].number === parts[1]) {
            var data = {};
            data[name] = parseInt(parts[2], 16);
            return { data: data };
        }
    }
    return { errors: ['unknown command'] };
}
