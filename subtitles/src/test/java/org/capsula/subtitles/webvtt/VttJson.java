package org.capsula.subtitles.webvtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Region;
import org.jspecify.annotations.Nullable;

/** Cues as scripts in a browser see them: the attributes of VTTCue and VTTRegion. */
final class VttJson {
  private VttJson() {}

  static ObjectNode cue(Cue cue) {
    CueSettings settings = cue.settings();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", cue.id() == null ? "" : cue.id());
    json.put("startTime", cue.start().toMillis() / 1000.0);
    json.put("endTime", cue.end().toMillis() / 1000.0);
    json.put("text", cue.text());
    json.put("vertical", settings.vertical().word());
    json.put("snapToLines", settings.snapToLines());
    putOrAuto(json, "line", settings.line());
    json.put("lineAlign", settings.lineAlign().word());
    putOrAuto(json, "position", settings.position());
    json.put("positionAlign", settings.positionAlign().word());
    json.put("size", settings.size());
    json.put("align", settings.align().word());
    json.set("region", settings.region() == null ? json.nullNode() : region(settings.region()));
    return json;
  }

  private static void putOrAuto(ObjectNode json, String name, @Nullable Double value) {
    if (value == null) {
      json.put(name, "auto");
    } else {
      json.put(name, value);
    }
  }

  private static ObjectNode region(Region region) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", region.id());
    json.put("width", region.width());
    json.put("lines", region.lines());
    json.put("regionAnchorX", region.regionAnchorX());
    json.put("regionAnchorY", region.regionAnchorY());
    json.put("viewportAnchorX", region.viewportAnchorX());
    json.put("viewportAnchorY", region.viewportAnchorY());
    json.put("scroll", region.scroll().word());
    return json;
  }
}
