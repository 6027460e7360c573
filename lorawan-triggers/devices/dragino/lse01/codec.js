// TS013 payload codec of the Dragino LSE01, a probe for moisture, temperature and conductivity of soil.
//
// Written from chapter "Uplink Payload" of the vendor's user manual, big endian: battery (2 bytes, the lower 14 bits, mV),
// external probe (2, tenths of a degree), moisture (2, hundredths of a percent), soil temperature (2, hundredths of a
// degree), conductivity (2, uS/cm), and a byte whose upper half is the sensor flag, its lower the interrupt.

function decodeUplink(input) {
    var bytes = Buffer.from(input.bytes);
    if (input.fPort !== 2) {
        return { errors: ['expected fPort 2, found ' + input.fPort] };
    }
    if (bytes.length !== 11) {
        return { errors: ['expected 11 bytes, found ' + bytes.length] };
    }
    return {
        data: {
            batteryMillivolts: bytes.readUInt16BE(0) & 0x3fff,
            soilMoisture: bytes.readUInt16BE(4) / 100,
            soilTemperature: bytes.readInt16BE(6) / 100,
            soilConductivity: bytes.readUInt16BE(8),
            interrupt: (bytes[10] & 0x0f) === 1
        }
    };
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
