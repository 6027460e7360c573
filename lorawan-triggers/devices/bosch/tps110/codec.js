// TS013 payload codec of the Bosch TPS110, a parking lot sensor (radar and magnetometer).
//
// Written from the vendor's "Parking Lot Sensor, Communication Interface, Technical Description". The port tells the kind
// of message: 1 a change of the parking status, 2 a heartbeat with temperature, 3 a start of the device (12 bytes of debug
// codes, 3 of the firmware's version, 1 of the reset's cause, 1 of the parking status). Later firmware has further ports.

var CAUSES = { 1: 'watchdog', 2: 'power on', 3: 'system request', 4: 'other' };

function occupied(byte) {
    return (byte & 0x01) === 1;
}

function decodeUplink(input) {
    var bytes = input.bytes;
    switch (input.fPort) {
        case 1:
            return bytes.length === 1 ? { data: { type: 'status', occupied: occupied(bytes[0]) } } : wrongLength(bytes);
        case 2:
            return heartbeat(bytes);
        case 3:
            return startup(bytes);
        default:
            return { errors: ['unknown fPort ' + input.fPort] };
    }
}

function wrongLength(bytes) {
    return { errors: ['wrong number of bytes for this port: ' + bytes.length] };
}

function heartbeat(bytes) {
    // Firmware before 0.23 sends no temperature.
    if (bytes.length !== 1 && bytes.length !== 2) {
        return wrongLength(bytes);
    }
    var data = { type: 'heartbeat', occupied: occupied(bytes[0]) };
    if (bytes.length === 2) {
        data.temperature = (bytes[1] << 24) >> 24;
    }
    return { data: data };
}

function startup(bytes) {
    if (bytes.length !== 17) {
        return wrongLength(bytes);
    }
    return {
        data: {
            type: 'startup',
            firmware: bytes[12] + '.' + bytes[13] + '.' + bytes[14],
            resetCause: CAUSES[bytes[15]] || 'unknown',
            occupied: occupied(bytes[16])
        }
    };
}
