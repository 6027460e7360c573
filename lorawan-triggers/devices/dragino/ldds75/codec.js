// TS013 payload codec of the Dragino LDDS75, an ultrasonic distance sensor for containers and water.
//
// Written from chapter "Uplink Payload" of the vendor's user manual, big endian: battery (2 bytes, the lower 14 bits, mV),
// distance (2, mm; 0 is no sensor, less than 20 too near), interrupt (1), temperature probe (2, tenths of a degree), sensor
// flag (1). Old firmware sends the first four bytes only.

function decodeUplink(input) {
    var bytes = Buffer.from(input.bytes);
    if (input.fPort !== 2) {
        return { errors: ['expected fPort 2, found ' + input.fPort] };
    }
    if (bytes.length !== 4 && bytes.length !== 8) {
        return { errors: ['expected 4 or 8 bytes, found ' + bytes.length] };
    }
    var data = { batteryMillivolts: bytes.readUInt16BE(0) & 0x3fff };
    var warnings = [];
    var distance = bytes.readUInt16BE(2);
    if (bytes.length === 8 && bytes[7] === 0 || distance === 0) {
        warnings.push('no ultrasonic sensor is connected');
    } else if (distance < 20) {
        warnings.push('something is nearer than the sensor can measure');
    } else {
        data.distance = distance;
    }
    if (bytes.length === 8) {
        data.interrupt = bytes[4] === 1;
        // 0x7fff says that no probe is connected.
        if (bytes.readInt16BE(5) !== 0x7fff && bytes.readInt16BE(5) !== 0) {
            data.probeTemperature = bytes.readInt16BE(5) / 10;
        }
    }
    return { data: data, warnings: warnings };
}

// Chapter "Downlink Payload": 01 and three bytes set the reporting interval in seconds; 04 ff restarts.
function encodeDownlink(input) {
    if (input.data.command === 'restart') {
        return { fPort: 2, bytes: [0x04, 0xff] };
    }
    var seconds = input.data.intervalSeconds;
    if (!(seconds >= 30 && seconds <= 0xffffff) || Math.floor(seconds) !== seconds) {
        return { errors: ['expected the command restart, or intervalSeconds of 30 to 16777215'] };
    }
    return { fPort: 2, bytes: [0x01, seconds >> 16, seconds >> 8 & 0xff, seconds & 0xff] };
}

function decodeDownlink(input) {
    var bytes = Buffer.from(input.bytes);
    if (bytes.length === 2 && bytes[0] === 0x04) {
        return { data: { command: 'restart' } };
    }
    return bytes.length === 4 && bytes[0] === 0x01
        ? { data: { intervalSeconds: bytes.readUIntBE(1, 3) } }
        : { errors: ['unknown command'] };
}
