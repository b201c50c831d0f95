package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.SharingPlan;
import io.github.lambdalayer.operate.SharingPlan.Change;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.operate.VersionSet;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Warns of what keeps somebody in though a grant is taken back; of sharing it has nothing to say. */
final class RevokeWarnings {

  private final SharingRule rule;
  private final Log log;

  RevokeWarnings(SharingRule rule, Log log) {
    this.rule = rule;
    this.log = log;
  }

  void tell(List<SharingPlan> plans) {
    if (rule.unwanted().isEmpty()) {
      return;
    }
    List<Change> changes = plans.stream().flatMap(plan -> plan.versions().stream()).toList();
    for (Permission one : rule.unwanted()) {
      if (changes.stream().allMatch(change -> change.policy().granting(List.of(one)).isEmpty())) {
        log.warn(
            Messages.format(
                "<from> has %s, and no statement of these versions grants just that. See"
                    + " lambda-layer:versions for who may use them.",
                one));
      }
    }
    if (changes.stream().anyMatch(change -> !change.others().isEmpty())) {
      log.warn(
          Messages.format(
              "%s may still be let in by other grants of these versions, which stay: see above.",
              rule.unwanted()));
    }
    if (rule.versions().equals(VersionSet.NEWEST)) {
      log.info(
          "Only the newest version is looked at. Older ones may let in the same ones:"
              + " -DlambdaLayer.versions=all");
    }
  }
}
