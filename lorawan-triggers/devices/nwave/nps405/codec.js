// TS013 payload codec of the Nwave NPS405, a parking sensor.
//
// Written from the layout of its messages in The Things Network's device repository (their port: 1 a change, 2 a heartbeat,
// 3 a start, 10 the tag of a user). The lowest bit of the first byte says occupied; the rest of it how long the state before
// lasted, in steps that grow: minutes up to 89, then 5 minutes each up to 239, then hours. Other firmware has these
// bits the other way round.

function lasted(code) {
    if (code < 90) {
        return code;
    }
    return code < 120 ? 90 + 5 * (code - 90) : code < 127 ? 240 + 60 * (code - 120) : 660;
}

function change(byte, type) {
    return { type: type, occupied: (byte & 0x01) === 1, previousMinutes: lasted(byte >> 1) };
}

var LENGTHS = { 1: 1, 2: 3, 3: 5, 10: 5 };

var CAUSES = ['joins again', 'watchdog', 'power on', 'on request', 'unknown', 'unknown', 'brownout', 'other'];

function decodeUplink(input) {
    var bytes = input.bytes;
    var least = LENGTHS[input.fPort];
    if (least === undefined) {
        return { errors: ['unknown fPort ' + input.fPort] };
    }
    if (bytes.length < least) {
        return { errors: ['expected ' + least + ' bytes or more, found ' + bytes.length] };
    }
    switch (input.fPort) {
        case 1:
            return { data: change(bytes[0], 'status') };
        case 2:
            return {
                data: {
                    type: 'heartbeat',
                    occupied: (bytes[0] & 0x01) === 1,
                    health: bytes[0] >> 1,
                    batteryMillivolts: 2500 + 4 * bytes[1],
                    temperature: ((bytes[2] << 24) >> 24) / 2 + 10
                }
            };
        case 3:
            return {
                data: {
                    type: 'startup',
                    firmware: bytes[0] + '.' + bytes[1] + '.' + bytes[2],
                    resetCause: CAUSES[bytes[3]] || 'unknown',
                    occupied: (bytes[4] & 0x01) === 1
                }
            };
        default:
            // The tag's number belongs to a person and is left out on purpose.
            return { data: change(bytes[0], 'tag') };
    }
}
