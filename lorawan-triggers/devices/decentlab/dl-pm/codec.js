// TS013 payload codec of the Decentlab DL-PM, a sensor of fine dust, temperature, humidity and pressure.
//
// Written from chapter "Payload" of the vendor's data sheet, big endian: protocol version 2 (1 byte), number of the device
// (2), flags of what follows (2), then words. Flag 0: battery; 1: ten of the dust sensor; 2: temperature and humidity
// (SHT21); 3: pressure. Number concentrations are not read.

function word(bytes, at) {
    return bytes[at] << 8 | bytes[at + 1];
}

// How many words each flag brings.
var WORDS = [1, 10, 2, 1];

// A word goes from 0 to 65535 over the range of the sensor (Sensirion SHT21, chapter 6).
function rounded(value, digits) {
    var scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
}

function decodeUplink(input) {
    var bytes = input.bytes;
    if (bytes.length < 5 || bytes[0] !== 2) {
        return { errors: ['expected protocol version 2 and a head of 5 bytes'] };
    }
    var flags = word(bytes, 3);
    var places = [];
    var at = 5;
    for (var i = 0; i < WORDS.length; i++) {
        places[i] = flags >> i & 1 ? at : -1;
        at += flags >> i & 1 ? 2 * WORDS[i] : 0;
    }
    if (flags >> WORDS.length !== 0 || at !== bytes.length) {
        return { errors: ['the length does not fit to the flags'] };
    }
    return { data: values(bytes, places) };
}

function values(bytes, places) {
    var data = { deviceNumber: word(bytes, 1) };
    if (places[0] >= 0) {
        data.batteryMillivolts = word(bytes, places[0]);
    }
    if (places[1] >= 0) {
        data.mass = {
            pm1: word(bytes, places[1]) / 10,
            pm25: word(bytes, places[1] + 2) / 10,
            pm4: word(bytes, places[1] + 4) / 10,
            pm10: word(bytes, places[1] + 6) / 10
        };
        data.particleNanometres = word(bytes, places[1] + 8);
    }
    if (places[2] >= 0) {
        data.temperature = rounded(175.72 * word(bytes, places[2]) / 65536 - 46.85, 2);
        data.humidity = rounded(125 * word(bytes, places[2] + 2) / 65536 - 6, 2);
    }
    if (places[3] >= 0) {
        data.pressurePascal = 2 * word(bytes, places[3]);
    }
    return data;
}
