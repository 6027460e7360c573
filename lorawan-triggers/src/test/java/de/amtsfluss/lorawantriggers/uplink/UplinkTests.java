package de.amtsfluss.lorawantriggers.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.DevEui;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class UplinkTests {

    @Test
    void isReadAsOlderCopiesWroteIt() {
        var uplink = JsonMapper.builder().build().readValue("""
                {"eventId":"1","source":"chirpstack","tenant":"","application":"","devEui":"24E1247140000001",
                 "sessionKey":"01a44c4c","fCnt":1,"fPort":85,"payload":"AQ==","receivedAt":"2026-03-01T10:00:00Z",
                 "confirmed":false,"rx":[],"tags":{}}""", Uplink.class);

        assertThat(uplink.devEui()).isEqualTo(new DevEui("24E1247140000001"));
        assertThat(uplink.spreadingFactor()).isNull();
        assertThat(uplink.frequency()).isNull();
        assertThat(uplink.batteryPercent()).isNull();
        assertThat(uplink.deviceId()).isNull();
    }
}
