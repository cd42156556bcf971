import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { OwnReminderSettings, ReminderRules } from '@opora/domain/reminders/reminder-settings.ts';
import { remindersContract } from '@opora/domain/reminders/reminders-contract.ts';
import { call } from '../platform/call.ts';
import { unreadKey } from './use-unread.ts';

/** The digest of a day, or the latest. */
export function useReminders(day: CalendarDate | undefined) {
  return useQuery({
    queryKey: ['reminders', 'day', day ?? 'latest'],
    queryFn: () => call(remindersContract.getReminders, { query: day === undefined ? {} : { day } }),
  });
}

export function useReadReminders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (day: CalendarDate) => call(remindersContract.readReminders, { body: { day } }),
    onSuccess: (unread) => {
      client.setQueryData(unreadKey, unread);
      return client.invalidateQueries({ queryKey: ['reminders', 'day'] });
    },
  });
}

const settingsKey = ['reminders', 'settings'];

export function useReminderSettings() {
  return useQuery({ queryKey: settingsKey, queryFn: () => call(remindersContract.getReminderSettings, {}) });
}

export function useSetReminderSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OwnReminderSettings & { readonly version: number }) =>
      call(remindersContract.setReminderSettings, { body }),
    onSuccess: (settings) => client.setQueryData(settingsKey, settings),
  });
}

export function useReminderRules(orgUnitId: string) {
  return useQuery({
    queryKey: ['reminders', 'rules', orgUnitId],
    queryFn: () => call(remindersContract.getReminderRules, { params: { orgUnitId } }),
  });
}

export function useSetReminderRules(orgUnitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReminderRules & { readonly version: number }) =>
      call(remindersContract.setReminderRules, { params: { orgUnitId }, body }),
    onSuccess: (rules) => {
      client.setQueryData(['reminders', 'rules', orgUnitId], rules);
      return client.invalidateQueries({ queryKey: settingsKey });
    },
  });
}
